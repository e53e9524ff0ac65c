import type { Locator, Page } from '@playwright/test';
import { languages } from '../../shared/text/languages.ts';
import { STOCK } from '../lab/support/doors.ts';
import { Lab, SERVER } from '../lab/support/lab.ts';
import { axeFor } from '../support/axe.ts';
import { expect, keepScreen, test } from './support/app.ts';
import { prepareSsh } from './support/ssh.ts';

// The lab needs root on Linux; without it the rest of this suite still runs, and the sum names what was left out.
test.skip(process.env['TOCTOC_LAB'] === undefined, 'needs root on Linux, for the lab');

let lab: Lab;

test.beforeEach(async () => {
  lab = Lab.current();
  await lab.firewall('drop');
  await lab.knockd(STOCK);
});
test.afterEach(() => lab.stopKnockd());

/** Presses Tab until it is there; who cannot use a pointer has no other way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 40; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  expect(await isThere(), 'reached by Tab').toBe(true);
}

for (const [language, theme] of [
  ['en', 'light'],
  ['fr', 'dark'],
] as const)
  test(`by the keyboard alone, from the welcome to the prompt: ${language}, ${theme}`, async ({ desk }) => {
    const { ui } = languages[language];
    desk.chooses({ theme, defaultTerminal: 'xterm' });
    const identity = prepareSsh(desk, lab);
    const { page } = await desk.start({ language });
    // What fades in has its own colours only when it is there.
    // Playwright would show light whatever the app is set to.
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
    const status = page.getByRole('status').first();
    const field = (label: string) => page.getByLabel(label, { exact: true });
    /** Nothing that axe knows to be a barrier, and a picture. */
    const look = async (story: string) => {
      // Electron has no second page, in which axe would put its results together.
      const { violations } = await axeFor(page).analyze();
      expect(violations.map(({ id, nodes }) => `${story}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
      await keepScreen(page, `story-${story}-${language}-${theme}`);
    };

    await expect(page.getByRole('heading', { name: ui.welcome.title })).toBeVisible();
    await look('1-welcome');
    await tabTo(page, page.getByRole('button', { name: ui.welcome.wrong }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(ui.practice.outOfOrder)).toBeVisible();
    await expect(status).toContainText(ui.notOpen.title, { timeout: 30_000 });
    await look('2-knocked-wrong');
    await tabTo(page, page.getByRole('button', { name: ui.knock, exact: true }));
    await page.keyboard.press('Enter');
    await expect(status).toContainText(ui.run.open);
    await look('3-practice-open');

    await page.keyboard.press('Control+n');
    await expect(field(ui.editor.name)).toBeFocused();
    const typed = [
      [ui.editor.name, 'Web server'],
      [ui.editor.host, SERVER.name],
      [ui.editor.sequence, '7000 8000 9000'],
      [ui.editor.user, 'root'],
      [ui.editor.identityFile, identity],
    ] as const;
    for (const [label, text] of typed) {
      await tabTo(page, field(label));
      await page.keyboard.type(text);
    }
    await look('4-editor');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { name: 'Web server' })).toBeVisible();

    const sessions = () => lab.sshdLog().match(/Starting session: shell on pts/g)?.length ?? 0;
    const before = sessions();
    await page.keyboard.press('Control+Enter');
    await expect(status).toContainText(ui.run.open);
    await expect.poll(sessions).toBe(before + 1);
    await look('5-prompt');

    for (const [keys, story] of [
      ['Control+h', '6-history'],
      ['Control+i', '7-import'],
      ['Control+Shift+E', '8-export'],
      ['Control+,', '9-settings'],
    ] as const) {
      await page.keyboard.press(keys);
      await expect(page.locator('section h2').first()).toBeVisible();
      await look(story);
    }
    await page.keyboard.press('F1');
    await expect(page.getByRole('heading', { name: ui.help.pages.tray })).toBeFocused();
    await expect(page.getByRole('listitem').filter({ hasText: ui.desktop.section.shortcut })).toBeVisible();
    await look('9-help');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: ui.settings.title })).toBeVisible();
    for (const [keys, story] of [
      ['Control+k', '10-palette'],
      ['?', '11-shortcuts'],
    ] as const) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(story);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    const [terminal] = await lab.clientProcesses(/^\/usr\/bin\/xterm /);
    if (terminal === undefined) throw new Error('There is no xterm.');
    process.kill(terminal);
    await expect.poll(() => lab.clientProcesses(/^\/usr\/bin\/xterm /)).toEqual([]);
  });
