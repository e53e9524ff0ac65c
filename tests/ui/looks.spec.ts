import { DEFAULT_LAUNCH } from '../../shared/model/launch.ts';
import { PRACTICE_ID } from '../../shared/model/profile.ts';
import type { RunPhase } from '../../shared/model/run.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile, aRun, steps } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const LONG = 'A very long name of a server that somebody gave it in a hurry and that nobody dared to shorten since now';

const practice = aProfile({
  id: PRACTICE_ID,
  name: 'Practice server',
  host: '127.0.0.1',
  launch: { ...DEFAULT_LAUNCH, client: 'none' },
});
const servers = [
  aProfile({ launch: { ...DEFAULT_LAUNCH, user: 'ada' } }),
  aProfile({ id: 'mail', name: 'Mail', host: '2001:db8::25', closeSequence: [...steps('9000 8000')] }),
  aProfile({ id: 'long', name: LONG, host: `${'long-host-name.'.repeat(8)}example.org` }),
  practice,
];
const done = (outcome: Extract<RunPhase, { phase: 'done' }>['outcome']): RunPhase => ({ phase: 'done', outcome });
const tagged = servers.map((server, at) => ({
  ...server,
  tags:
    [['prod', 'web'], ['prod', 'mail'], ['lab', 'a tag with a long name, as long as they come'.slice(0, 40)], []][at] ??
    [],
}));
const results = [
  aRun(done({ result: 'open', ms: 412, alreadyOpen: false, banner: null, mute: false })),
  aRun(done({ result: 'not-open', door: 'silent', attempts: 3, everOpened: true }), { profileId: 'mail' }),
  aRun(
    done({ result: 'failed', problem: { code: 'name-not-found', params: { host: 'long-host-name.example.org' } } }),
    {
      profileId: 'long',
    },
  ),
];
const opened = done({ result: 'open', ms: 412, alreadyOpen: false, banner: 'SSH-2.0-OpenSSH_9.9', mute: false });

async function selectEverything(app: App): Promise<void> {
  await app.option('Mail').focus();
  await app.page.keyboard.press('Control+a');
  const show = app.button('Show 4 selected');
  if (await show.isVisible()) await show.click();
}

/** Every screen of the window, each in the state in which there is most to see. */
const screens: Readonly<Record<string, (app: App) => Promise<void>>> = {
  'first-run': async (app) => {
    await app.open(new FakeBridge({ profiles: [practice] }));
    await app.option('Practice server').click();
    await expect(app.page.getByText('Welcome to Toctoc')).toBeVisible();
  },
  empty: async (app) => {
    await app.open(new FakeBridge({ profiles: [] }));
    await expect(app.page.getByText('No server yet')).toBeVisible();
  },
  ready: async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await expect(app.status).toContainText('Ready');
  },
  knocking: async (app) => {
    const runs = [aRun({ phase: 'knocking', index: 2, of: 3, flush: false })];
    await app.open(new FakeBridge({ profiles: servers, runs }));
    await app.option('Web server').click();
    await expect(app.status).toContainText('Knock 2 of 3');
  },
  open: async (app) => {
    const runs = [aRun(opened, { launch: { state: 'started', client: 'GNOME Terminal' } })];
    await app.open(new FakeBridge({ profiles: servers, runs }));
    await app.option('Web server').click();
    await expect(app.status).toContainText('Opened after 412');
  },
  'not-open': async (app) => {
    const run = aRun(done({ result: 'not-open', door: 'silent', attempts: 3, everOpened: false }));
    const notices = [
      { id: 'n1', problem: { code: 'file-damaged', params: { file: 'profiles.damaged.json' } } },
    ] as const;
    await app.open(new FakeBridge({ profiles: servers, runs: [run], notices }));
    await app.option('Web server').click();
    await expect(app.page.getByText('What to try')).toBeVisible();
  },
  editor: async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Edit').click();
    await expect(app.field('Name')).toHaveValue('Web server');
  },
  'editor-advanced': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Mail').click();
    await app.button('Edit').click();
    await app.button('Advanced').click();
    await app.field('Keep open every (min)').focus();
    await expect(app.field('Keep open every (min)')).toBeInViewport();
  },
  'editor-errors': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.button('New profile').click();
    await app.field('Host').fill('-oProxyCommand=x');
    await app.field('Sequence').fill('7000 abc 70000 8000:sctp');
    await app.field('Gap (ms)').fill('');
    await app.button('Save').click();
    await expect(app.page.getByText('Name is empty')).toBeVisible();
  },
  'editor-command': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.field('Launch').selectOption('Another command…');
    await app.button('Remmina').click();
    await app.field('User').fill('');
    await app.button('Save').click();
    await expect(app.field('Command')).toBeFocused();
  },
  'use-with-ssh': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Use with ssh…').click();
    await expect(app.field('Name for ssh')).toHaveValue('web-server');
  },
  unsaved: async (app) => {
    const bridge = new FakeBridge({ profiles: servers, drafts: ['web'] });
    bridge.drafts.set('web', { name: 'Half a profile' });
    await app.open(bridge);
    await app.option('Web server').click();
    await expect(app.button('Continue editing')).toBeVisible();
  },
  'editor-chips': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.button('New profile').click();
    await app.field('Name').fill('Home');
    await app.field('Host').fill('home.example.org');
    await app.field('Sequence').fill('7000 8000:udp="open sesame" 2:s 9000@200 70000');
    await app.field('Name').focus();
  },
  undo: async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Mail').click();
    await app.button('Delete').click();
    await expect(app.button('Undo')).toBeVisible();
  },
  'keep-open': async (app) => {
    await app.page.clock.setFixedTime(0);
    const profiles = [aProfile({ tags: ['prod', 'web'], keepOpenMinutes: 10 }), ...servers.slice(1)];
    const keptOpen = [{ profileId: 'web', nextAtMs: 581_000 }];
    await app.open(new FakeBridge({ profiles, runs: [aRun(opened, { action: 'refresh' })], keptOpen }));
    await app.option('Web server').click();
    await expect(app.page.getByRole('switch', { name: 'Keep open' })).toBeChecked();
  },
  waiting: async (app) => {
    await app.page.clock.setFixedTime(0);
    const run = aRun({ phase: 'waiting', reason: 'retry', untilMs: 12_000 }, { attempt: 2 });
    await app.open(new FakeBridge({ profiles: servers, runs: [run] }));
    await app.option('Web server').click();
    await expect(app.status).toContainText('If this server runs knockd');
  },
  'launch-starting': async (app) => {
    await app.open(new FakeBridge({ profiles: servers, runs: [aRun(opened, { launch: { state: 'starting' } })] }));
    await app.option('Web server').click();
    await expect(app.status).toContainText('Starting your session');
  },
  tags: async (app) => {
    await app.open(new FakeBridge({ profiles: tagged }));
    await app.button('prod').click();
    await expect(app.button('Select all')).toBeVisible();
  },
  'selection-ready': async (app) => {
    await app.open(new FakeBridge({ profiles: tagged }));
    await app.button('prod').click();
    await app.button('Select all').click();
    await expect(app.status).toContainText('Ready');
  },
  'selection-running': async (app) => {
    const runs = [...results.slice(0, 2), aRun({ phase: 'checking' }, { profileId: 'long' })];
    await app.open(new FakeBridge({ profiles: tagged, runs }));
    await selectEverything(app);
    await expect(app.button('Cancel all')).toBeVisible();
  },
  'selection-results': async (app) => {
    await app.open(new FakeBridge({ profiles: tagged, runs: results }));
    await selectEverything(app);
    await expect(app.status).toContainText('1 of 4 open');
  },
  import: async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    bridge.found = [
      { id: 'ssh-config', kind: 'ssh-config', place: '~/.ssh/config', name: '', text: '' },
      { id: 'putty', kind: 'putty', place: '~/.putty/sessions', name: '', text: '' },
    ];
    await app.open(bridge);
    await app.button('Import').click();
    await expect(app.page.getByText('~/.putty/sessions')).toBeVisible();
  },
  'import-preview': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    const host = (name: string, more = '') => `Host ${name}\n  User ada\n${more}\n`;
    const text = `${host('web.example.org', '  IdentityFile ~/.ssh/web')}${host('nas', '  ProxyCommand knock nas 7000 8000; nc %h %p')}${host(`backup.${'long-host-name.'.repeat(8)}example.org`)}Host x\n  Port 0\n  User "ada\nMatch user bob\n`;
    bridge.importFile = { name: 'config', text };
    await app.open(bridge);
    await app.button('Import').click();
    await app.button('Choose files…').click();
    await app.button('Show the knocks of nas').click();
    await expect(app.page.getByText('7000 8000')).toBeVisible();
  },
  export: async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await selectEverything(app);
    const back = app.button('Back');
    if (await back.isVisible()) await back.click();
    await app.button('Export').click();
    await expect(app.field('Passphrase again')).toBeVisible();
  },
  'export-readable': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.button('Export').click();
    await app.field('As').selectOption('knock');
    await expect(app.page.getByText('The file will show every sequence')).toBeVisible();
  },
  'server-setup': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Set up the server…').click();
    await app.page.getByRole('tab', { name: /knockd$/ }).click();
    await expect(app.page.getByText('[toctoc-22]')).toBeVisible();
  },
  'server-setup-test': async (app) => {
    await app.open(new FakeBridge({ profiles: servers, runs: [aRun(opened)] }));
    await app.option('Web server').click();
    await app.button('Set up the server…').click();
    await app.page.getByRole('tab', { name: /Test$/ }).click();
    await app.page.getByText('See whether the knocks arrive').scrollIntoViewIfNeeded();
  },
  'one-time': async (app) => {
    const oneTime = { sequences: Array.from({ length: 50 }, () => [...steps('4000 4100:udp 4200')]), position: 46 };
    await app.open(new FakeBridge({ profiles: [aProfile({ oneTime, family: 'ipv6' })] }));
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.button('Advanced').click();
    await app.button('Remove the list').scrollIntoViewIfNeeded();
  },
  'one-time-none': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Edit').click();
    await app.button('Generate a sequence').click();
    await app.button('Advanced').click();
    await app.button('Generate a list').scrollIntoViewIfNeeded();
  },
  'long-name': async (app) => {
    await app.open(new FakeBridge({ profiles: servers, runs: [aRun(opened, { profileId: 'long' })] }));
    await app.option(LONG).click();
    await expect(app.page.getByRole('heading', { name: LONG })).toBeVisible();
  },
};

const wide = { width: 1000, height: 680 };
const narrow = { width: 480, height: 720 };
const settings = {
  light: { colorScheme: 'light', viewport: wide },
  dark: { colorScheme: 'dark', viewport: wide },
  narrow: { colorScheme: 'light', viewport: narrow },
} as const;

for (const [name, show] of Object.entries(screens)) {
  for (const [setting, { colorScheme, viewport }] of Object.entries(settings)) {
    test(`${name}, ${setting}`, async ({ app }) => {
      await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await app.page.setViewportSize(viewport);
      await show(app);
      await app.expectAccessible();
      await app.picture(`${name}-${setting}`);
    });
  }
}

test('the whole width of a large screen', async ({ app }) => {
  await app.page.setViewportSize({ width: 1920, height: 1080 });
  await screens['ready']?.(app);
  await app.picture('ready-full-screen');
});

test.describe('at 125 %', () => {
  test.use({ deviceScaleFactor: 1.25, viewport: { width: 800, height: 544 } });

  test('the editor fits, with Save in view', async ({ app }) => {
    await screens['editor']?.(app);
    await expect(app.button('Save')).toBeInViewport();
    await app.picture('editor-125');
  });
});

test('forced colours keep the selection and the dots visible', async ({ app }) => {
  await app.page.emulateMedia({ forcedColors: 'active' });
  await screens['knocking']?.(app);
  await expect(app.option('Web server')).toHaveCSS('outline-style', 'solid');
  await app.picture('knocking-forced-colors');
});
