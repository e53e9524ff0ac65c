import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts';
import { axeFor } from '../../support/axe.ts';
import { type App, expect, test } from '../support/app.ts';
import { GALLERY, pictureOf, seenFile, writeIndex } from './index.ts';
import { GROUPS } from './screens.ts';
import { SETTINGS, type Setting } from './settings.ts';

const WINDOW = { width: 1000, height: 680 };
const NARROW = { width: 480, height: 720 };
const QUICK_PICK = { width: 560, height: 420 };

/** Every setting is looked at, whatever the one before it showed. */
const softly = expect.configure({ soft: true });

test.use({ reducedMotion: 'reduce' });

for (const [group, screens] of Object.entries(GROUPS)) {
  for (const [screen, show] of Object.entries(screens)) {
    test(`${screen}: in every setting it can be read, and nothing is cut off`, async ({ app }) => {
      const usual = group === 'Quick pick' ? QUICK_PICK : WINDOW;
      rmSync(join(GALLERY, screen), { recursive: true, force: true });
      mkdirSync(join(GALLERY, screen), { recursive: true });
      await app.page.setViewportSize(usual);
      await show(app);
      const seen = new Set<string>();
      for (const [name, setting] of Object.entries(SETTINGS)) {
        await put(app, setting, setting.narrow && usual === WINDOW ? NARROW : usual);
        for (const one of await drawnClasses(app)) seen.add(one);
        // A menu finds its new place a moment after the window has its new size.
        await softly.poll(() => cutOff(app), { message: `${name}: cut off` }).toEqual([]);
        expect.soft(await barriers(app, setting), `${name}: barriers`).toEqual([]);
        await app.page.screenshot({ path: join(GALLERY, pictureOf(screen, name)), animations: 'disabled' });
      }
      writeFileSync(seenFile(screen), JSON.stringify([...seen]));
    });
  }
}

test.afterAll(writeIndex);

/** The page as somebody with this setting has it. */
async function put({ page, bridge }: App, setting: Setting, { width, height }: typeof WINDOW): Promise<void> {
  const { colorScheme, contrast = 'no-preference', forcedColors = 'none', zoom = 1, text = 1, language } = setting;
  await page.emulateMedia({ colorScheme, contrast, forcedColors, reducedMotion: 'reduce' });
  await page.setViewportSize({ width: width / zoom, height: height / zoom });
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size * 100}%`;
  }, text);
  await bridge.push('settings', { ...DEFAULT_SETTINGS, ...bridge.snapshot.settings, language });
  // Where the state never came there is nothing that could change its language.
  if ((await page.locator('nav, input').count()) > 0)
    await expect(page.locator('html')).toHaveAttribute('lang', language);
}

function drawnClasses({ page }: App): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]));
}

/** What lies beside the window and cannot be scrolled to, and text that its own box hides without three dots. */
function cutOff({ page }: App): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean =>
      element !== document.body &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) ||
        (element.parentElement !== null && scrolls(element.parentElement)));
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.closest('.sr-only, svg, option') === null;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => isSeen(element) && !scrolls(element))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (right > innerWidth + 1 || left < -1);
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

async function barriers({ page }: App, { axe }: Setting): Promise<readonly string[]> {
  if (axe === 'none') return [];
  // A menu is drawn outside of the page's landmarks, by its role's own pattern.
  const menu = await page.getByRole('menu').isVisible();
  const builder = axeFor(page).disableRules(menu ? ['region'] : []);
  const { violations } = await (axe === 'all' ? builder : builder.withRules(['color-contrast'])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
