import type { RunState } from '../../../../shared/model/run.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts';
import { languages } from '../../../../shared/text/languages.ts';
import { FakeBridge } from '../../../fakes/fake-bridge.ts';
import { aRun } from '../../../fakes/profiles.ts';
import { type App, expect } from '../../support/app.ts';
import {
  done,
  LOST_KEYCHAIN,
  OPENED,
  PASSPHRASE,
  past,
  results,
  type Show,
  SILENT,
  servers,
  UNDECIDED,
} from '../samples.ts';

const openSettings = async (app: App, start: ConstructorParameters<typeof FakeBridge>[0]) => {
  const bridge = await app.open(new FakeBridge({ profiles: servers, ...start }));
  await app.button('Settings').click();
  await expect(app.page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  return bridge;
};

/** The settings, what is locked, and what lies over the page. */
export const desktop: Readonly<Record<string, Show>> = {
  settings: async (app) => {
    await openSettings(app, {});
  },
  'settings-knocking': async (app) => {
    await openSettings(app, {});
    await app.field('Gap of new profiles (ms)').fill('20000');
    await app.field('Gap of new profiles (ms)').press('Enter');
    await expect(app.page.getByText('Gap is out of range')).toBeVisible();
    await app.field('Default terminal').scrollIntoViewIfNeeded();
  },
  'settings-vault': async (app) => {
    await openSettings(app, {});
    await app.button('Open the folder').scrollIntoViewIfNeeded();
  },
  'settings-vault-refused': async (app) => {
    const bridge = await openSettings(app, {});
    bridge.refusals.set('vault:choose', [{ code: 'vault-locked' }]);
    await app.field('Readable').check();
    await app.button('Apply').click();
    await expect(app.page.getByRole('alert')).toBeVisible();
  },
  'settings-reset': async (app) => {
    await openSettings(app, {});
    await app.button('Reset the settings').click();
    await expect(app.button('Undo')).toBeVisible();
  },
  'settings-problems': async (app) => {
    const settings = { ...DEFAULT_SETTINGS, quickPickShortcut: 'Control+Alt+K', defaultTerminal: 'kitty' };
    const desktop = {
      autostart: { on: false, problem: { code: 'autostart-translocated', params: { path: '/private/var/x' } } },
      shortcutProblem: { code: 'shortcut-taken' },
    } as const;
    await openSettings(app, { settings, desktop });
  },
  about: async (app) => {
    await openSettings(app, {});
    await app.button('Versions and licences').click();
    await app.page.getByText('graceful-fs').click();
    await expect(app.page.getByText('Blue Oak Model License')).toBeVisible();
  },
  'help-sequence': async (app) => {
    await openSettings(app, {});
    await app.button('Help').click();
    await app.button(languages.en.ui.help.pages.sequence).click();
    await expect(app.page.getByText('tcp unless it says udp')).toBeVisible();
  },
  'help-tray': async (app) => {
    await openSettings(app, {});
    await app.button('Help').click();
    await app.button(languages.en.ui.help.pages.tray).click();
    await expect(app.page.getByText('Closing the window asks once')).toBeVisible();
  },
  'help-contents': async (app) => {
    await openSettings(app, {});
    await app.button('Help').click();
    await expect(app.button(languages.en.ui.help.pages.protection)).toBeVisible();
  },
  'locked-passphrase': async (app) => {
    await app.open(new FakeBridge({ profiles: servers, vault: PASSPHRASE }));
    await app.button('Unlock').click();
    await app.field('Passphrase').fill('open says me');
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByText('The passphrase is wrong')).toBeVisible();
  },
  'locked-keychain': async (app) => {
    const bridge = new FakeBridge({ profiles: servers, vault: LOST_KEYCHAIN });
    bridge.refusals.set('vault:unlock', [{ code: 'vault-locked' }]);
    await app.open(bridge);
    await app.button('Ask again').click();
    await expect(app.button('Restart Toctoc')).toBeVisible();
  },
  'start-over': async (app) => {
    await app.open(new FakeBridge({ profiles: servers, vault: LOST_KEYCHAIN }));
    await app.button('Start over…').click();
  },
  'first-secret': async (app) => {
    const bridge = new FakeBridge({ profiles: servers, vault: UNDECIDED });
    bridge.refusals.set('profiles:save', [{ code: 'vault-undecided' }]);
    await app.open(bridge);
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.field('Name').fill('Web');
    await app.button('Save').click();
    await expect(app.page.getByRole('dialog')).toBeVisible();
  },
  failure: async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    bridge.refusals.set('runs:start', [{ code: 'vault-locked' }]);
    await app.open(bridge);
    await app.option('Web server').click();
    await app.button('Knock and connect').click();
    await expect(app.button('Dismiss')).toBeVisible();
  },
  'updates-question': async (app) => {
    const updates = { kind: 'nsis', status: { phase: 'idle' } } as const;
    await app.open(new FakeBridge({ profiles: servers, updates, history: [past('1')] }));
    await expect(app.page.getByText('May Toctoc look for new versions')).toBeVisible();
  },
  'page-failed': async (app) => {
    // A state that no main sends: what a mistake of ours in drawing comes to.
    const broken: RunState = JSON.parse('{ "profileId": "web" }');
    app.mayComplain(/reading 'phase'/);
    await app.open(new FakeBridge({ profiles: servers, runs: [broken] }));
    await expect(app.page.getByRole('alert')).toBeVisible();
  },
  palette: async (app) => {
    await app.open(new FakeBridge({ profiles: servers, runs: results }));
    await expect(app.option('Mail')).toBeVisible();
    await app.page.keyboard.press('Control+k');
    await expect(app.page.getByRole('combobox')).toBeFocused();
  },
  'palette-nothing': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await expect(app.option('Mail')).toBeVisible();
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('xyzzy');
    await expect(app.page.getByText('Nothing matches')).toBeVisible();
  },
  shortcuts: async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await expect(app.option('Mail')).toBeVisible();
    await app.page.keyboard.press('?');
    await expect(app.page.getByRole('dialog')).toBeVisible();
  },
};

const openQuickPick = async (app: App, start: ConstructorParameters<typeof FakeBridge>[0] = {}) => {
  const bridge = await app.open(new FakeBridge({ profiles: servers, ...start }), 'quick-pick.html');
  await expect(app.page.getByRole('combobox')).toBeFocused();
  return bridge;
};

/** The small window, which has a size of its own. */
export const quickPick: Readonly<Record<string, Show>> = {
  'quick-pick': async (app) => {
    const profiles = servers.map((server, at) => ({ ...server, favourite: at === 0 }));
    await openQuickPick(app, { profiles, runs: results });
  },
  'quick-pick-nothing': async (app) => {
    await openQuickPick(app);
    await app.page.keyboard.type('xyzzy');
    await expect(app.status).toContainText('xyzzy');
  },
  'quick-pick-knocking': async (app) => {
    const bridge = await openQuickPick(app);
    await app.page.keyboard.press('Enter');
    await bridge.pushRun(aRun({ phase: 'knocking', index: 2, of: 3, flush: false }));
    await expect(app.status).toContainText('Knock 2 of 3');
  },
  'quick-pick-open': async (app) => {
    const bridge = await openQuickPick(app);
    await app.page.keyboard.press('Enter');
    await bridge.pushRun(aRun(done(OPENED), { launch: { state: 'starting' } }));
    await expect(app.status).toContainText('Starting your session');
  },
  'quick-pick-failed': async (app) => {
    const bridge = await openQuickPick(app);
    await app.page.keyboard.press('Enter');
    await bridge.pushRun(aRun(done(SILENT)));
    await expect(app.status).toContainText('did not open');
  },
};
