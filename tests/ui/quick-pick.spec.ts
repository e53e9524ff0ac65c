import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const none = { ...aProfile().launch, client: 'none' } as const;
const LONG = 'A very long name of a server that somebody gave it in a hurry and that nobody dared to shorten';
const profiles = [
  aProfile({ favourite: true, tags: ['prod'] }),
  aProfile({ id: 'nas', name: 'NAS', host: '192.0.2.9', launch: none }),
  aProfile({ id: 'long', name: LONG, host: `${'long-host-name.'.repeat(6)}example.org` }),
  ...Array.from({ length: 40 }, (_, at) => aProfile({ id: `m${at}`, name: `Machine ${at}`, host: `m${at}.lab` })),
];
const opened = { result: 'open', ms: 412, alreadyOpen: false, banner: null, mute: false } as const;
const shut = { result: 'not-open', door: 'silent', attempts: 3, everOpened: true } as const;

async function open(app: App, start: ConstructorParameters<typeof FakeBridge>[0] = {}): Promise<FakeBridge> {
  await app.page.setViewportSize({ width: 560, height: 420 });
  const bridge = await app.open(new FakeBridge({ profiles, ...start }), 'quick-pick.html');
  await expect(field(app)).toBeFocused();
  return bridge;
}

const field = (app: App) => app.page.getByRole('combobox');
const press = (app: App, ...keys: readonly string[]) =>
  keys.reduce((all, key) => all.then(() => app.page.keyboard.press(key)), Promise.resolve());

test.describe('the quick pick', () => {
  test('has the focus; what is typed filters; Enter knocks and connects', async ({ app }) => {
    const bridge = await open(app);
    await app.page.keyboard.type('mach 17');
    await expect(app.page.getByRole('option')).toHaveText([/Machine 17/]);
    await press(app, 'Enter');
    await expect(app.page.getByRole('status')).toBeVisible();
    await expect.poll(() => bridge.called('runs:start')).toEqual([[{ profileId: 'm17', action: 'connect' }]]);
  });

  test('arrows choose, and keep the choice in view; Ctrl+Enter only knocks', async ({ app }) => {
    const bridge = await open(app);
    await press(app, 'PageDown', 'PageDown', 'ArrowDown', 'ArrowUp', 'ArrowDown');
    const chosen = app.page.getByRole('option', { selected: true });
    await expect(chosen).toBeInViewport();
    await expect(chosen).toContainText('Machine 10');
    await press(app, 'Control+Enter');
    await expect.poll(() => bridge.called('runs:start')).toEqual([[{ profileId: 'm10', action: 'knock' }]]);
  });

  test('a server with nothing to launch is knocked', async ({ app }) => {
    const bridge = await open(app);
    await app.page.keyboard.type('nas');
    await app.picture('quick-pick-knock');
    await press(app, 'Enter');
    await expect.poll(() => bridge.called('runs:start')).toEqual([[{ profileId: 'nas', action: 'knock' }]]);
  });

  test('shows the run, and goes when the door is open', async ({ app }) => {
    const bridge = await open(app);
    await press(app, 'Enter');
    await bridge.pushRun(aRun({ phase: 'knocking', index: 2, of: 3, flush: false }));
    await expect(app.page.getByRole('status')).toContainText('Knock 2 of 3');
    await app.expectAccessible();
    await app.picture('quick-pick-knocking');
    await bridge.pushRun(aRun({ phase: 'done', outcome: opened }, { launch: { state: 'starting' } }));
    await expect(app.page.getByRole('status')).toContainText('Starting your session');
    expect(bridge.called('quick-pick:done')).toEqual([]);
    await bridge.pushRun(aRun({ phase: 'done', outcome: opened }, { launch: { state: 'started', client: 'xterm' } }));
    await app.picture('quick-pick-open');
    await expect.poll(() => bridge.called('quick-pick:done')).toEqual([[{ profileId: null }]]);
  });

  test('stays with what went wrong, and leads to it', async ({ app }) => {
    const bridge = await open(app);
    await press(app, 'Enter');
    await bridge.pushRun(aRun({ phase: 'done', outcome: shut }));
    await expect(app.page.getByRole('status')).toContainText('The door did not open');
    await app.picture('quick-pick-failed');
    await press(app, 'Enter');
    await expect.poll(() => bridge.called('quick-pick:done')).toEqual([[{ profileId: 'web' }]]);
  });

  test('says why a run could not start', async ({ app }) => {
    const bridge = new FakeBridge({ profiles });
    bridge.refusals.set('runs:start', [{ code: 'vault-locked' }]);
    await app.page.setViewportSize({ width: 560, height: 420 });
    await app.open(bridge, 'quick-pick.html');
    await expect(field(app)).toBeFocused();
    await press(app, 'Enter');
    await expect(app.page.getByRole('status')).toContainText('locked');
  });

  test('a run is cancelled by its button, and Escape puts the window away', async ({ app }) => {
    const bridge = await open(app);
    await press(app, 'Enter');
    await bridge.pushRun(aRun({ phase: 'checking' }));
    await app.button('Cancel').click();
    await expect.poll(() => bridge.called('runs:cancel')).toEqual([['run-1']]);
    await press(app, 'Escape');
    await expect.poll(() => bridge.called('quick-pick:done')).toEqual([[{ profileId: null }]]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is clear, ${colorScheme}`, async ({ app }) => {
      await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(app, { runs: [aRun({ phase: 'done', outcome: opened })] });
      await app.expectAccessible();
      await app.picture(`quick-pick-${colorScheme}`);
      await app.page.keyboard.type('nothing like it');
      await expect(app.page.getByRole('status')).toContainText('nothing like it');
      await app.expectAccessible();
    });
  }

  test('speaks French', async ({ app }) => {
    await open(app, { language: 'fr' });
    await expect(field(app)).toHaveAttribute('placeholder', 'Frapper et se connecter à…');
    await app.picture('quick-pick-french');
  });
});
