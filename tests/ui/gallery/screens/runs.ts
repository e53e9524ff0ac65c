import type { AddressTest } from '../../../../shared/model/host-test.ts';
import type { Mark } from '../../../../shared/model/timeline.ts';
import { FakeBridge } from '../../../fakes/fake-bridge.ts';
import { aProfile, aRun, steps } from '../../../fakes/profiles.ts';
import { flushedMarks, openedMarks, silentMarks } from '../../../fakes/timelines.ts';
import { expect } from '../../support/app.ts';
import { done, LONG, NEVER, NO_NAME, OPENED, past, results, type Show, SILENT, servers } from '../samples.ts';

const NOTES =
  'Rack 7, behind the cooling.\nPlanned work: first Tuesday of a month, 22:00; ask Ada for the key of the room.';
const TESTED: AddressTest = {
  ...{ address: '192.0.2.7', family: 4, from: '198.51.100.4', door: 'silent', rttMs: 18.4, banner: null },
  ...{ othersAnswered: true, nobody: false },
};
const ofWeb = (marks: readonly Mark[]) => ({ runId: 'run-1', profileId: 'web', marks });

/** A server, and what becomes of a run on it; the history of runs. */
export const runs: Readonly<Record<string, Show>> = {
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
    const runs = [aRun(done(OPENED), { launch: { state: 'started', client: 'GNOME Terminal' } })];
    await app.open(new FakeBridge({ profiles: servers, runs }));
    await app.option('Web server').click();
    await expect(app.status).toContainText('Opened after 412');
  },
  'not-open': async (app) => {
    const run = aRun(done(NEVER));
    const notices = [
      { id: 'n1', problem: { code: 'file-damaged', params: { file: 'profiles.damaged.json' } } },
    ] as const;
    await app.open(new FakeBridge({ profiles: servers, runs: [run], notices }));
    await app.option('Web server').click();
    await expect(app.page.getByText('What to try')).toBeVisible();
  },
  waiting: async (app) => {
    await app.page.clock.setFixedTime(0);
    const run = aRun({ phase: 'waiting', reason: 'retry', untilMs: 12_000 }, { attempt: 2 });
    await app.open(new FakeBridge({ profiles: servers, runs: [run] }));
    await app.option('Web server').click();
    await expect(app.status).toContainText('If this server runs knockd');
  },
  'launch-starting': async (app) => {
    await app.open(
      new FakeBridge({ profiles: servers, runs: [aRun(done(OPENED), { launch: { state: 'starting' } })] }),
    );
    await app.option('Web server').click();
    await expect(app.status).toContainText('Starting your session');
  },
  'keep-open': async (app) => {
    await app.page.clock.setFixedTime(0);
    const profiles = [aProfile({ tags: ['prod', 'web'], keepOpenMinutes: 10, notes: NOTES }), ...servers.slice(1)];
    const keptOpen = [{ profileId: 'web', nextAtMs: 581_000 }];
    await app.open(new FakeBridge({ profiles, runs: [aRun(done(OPENED), { action: 'refresh' })], keptOpen }));
    await app.option('Web server').click();
    await expect(app.page.getByRole('switch', { name: 'Keep open' })).toBeChecked();
  },
  'host-test-going': async (app) => {
    await app.open(new FakeBridge({ profiles: servers, runs: [aRun(done(NEVER))] }));
    await app.option('Web server').click();
    await app.button('Test the host').click();
    await expect(app.page.getByRole('button', { name: 'Test again' })).toHaveCount(0);
  },
  'host-test': async (app) => {
    const bridge = new FakeBridge({ profiles: servers, runs: [aRun(done(NEVER))] });
    bridge.hostTest = { result: 'tested', addresses: [TESTED] };
    await app.open(bridge);
    await app.option('Web server').click();
    await app.button('Test the host').click();
    await expect(app.button('Test again')).toBeVisible();
  },
  'one-time-few': async (app) => {
    const oneTime = { sequences: Array.from({ length: 50 }, () => [...steps('4000 4100:udp 4200')]), position: 48 };
    await app.open(new FakeBridge({ profiles: [aProfile({ oneTime })] }));
    await app.option('Web server').click();
  },
  looking: async (app) => {
    await app.open(new FakeBridge({ profiles: servers, runs: [aRun({ phase: 'looking' })] }));
    await app.option('Web server').click();
    await expect(app.status).toContainText('Looking');
  },
  'already-open': async (app) => {
    const runs = [
      aRun(done({ result: 'open', ms: 9, alreadyOpen: true, banner: null, mute: true }), {
        launch: { state: 'failed', problem: { code: 'terminal-missing', params: { terminal: 'Konsole' } } },
      }),
    ];
    await app.open(new FakeBridge({ profiles: servers, runs }));
    await app.option('Web server').click();
    await expect(app.status).toContainText('already open');
  },
  failed: async (app) => {
    await app.open(new FakeBridge({ profiles: servers, runs: results }));
    await app.option(LONG).click();
    await expect(app.status).toContainText('long-host-name');
  },
  cancelled: async (app) => {
    await app.open(new FakeBridge({ profiles: servers, runs: [aRun(done({ result: 'cancelled' }))] }));
    await app.option('Web server').click();
    await expect(app.status).toContainText('Cancelled');
  },
  timeline: async (app) => {
    const bridge = new FakeBridge({ profiles: servers, runs: [aRun(done(OPENED))], timeline: ofWeb(flushedMarks) });
    await app.open(bridge);
    await app.option('Web server').click();
    await app.page.getByRole('slider', { name: 'Timeline' }).focus();
    await app.page.keyboard.press('End');
  },
  'timeline-silent': async (app) => {
    const bridge = new FakeBridge({ profiles: servers, runs: [aRun(done(SILENT))], timeline: ofWeb(silentMarks) });
    await app.open(bridge);
    await app.option('Web server').click();
    await expect(app.page.getByRole('slider', { name: 'Timeline' })).toBeVisible();
  },
  'last-runs': async (app) => {
    const history = [
      past('1'),
      past('2', { outcome: SILENT, attempts: 3 }),
      past('3', { outcome: { result: 'cancelled' } }),
    ];
    await app.open(new FakeBridge({ profiles: servers, history }));
    await app.option('Web server').click();
  },
  history: async (app) => {
    const history = [
      past('1'),
      past('2', { outcome: SILENT, attempts: 3 }),
      past('3', { outcome: NO_NAME, profileId: 'long', name: LONG, address: null }),
    ];
    const bridge = new FakeBridge({ profiles: servers, history });
    bridge.marks.set('1', openedMarks);
    await app.open(bridge);
    await app.button('History').click();
    await app.page.getByRole('button', { name: /^Web server · Open/ }).click();
    await expect(app.page.getByRole('button', { name: /^Copy \d/ })).toBeVisible();
  },
  'history-empty': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.button('History').click();
  },
};
