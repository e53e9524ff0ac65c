import { FakeBridge } from '../../../fakes/fake-bridge.ts';
import { aRun } from '../../../fakes/profiles.ts';
import { expect } from '../../support/app.ts';
import { done, practice, type Show, SILENT } from '../samples.ts';

/** What somebody new meets, and what stands there before there is anything. */
export const firstMinutes: Readonly<Record<string, Show>> = {
  'first-run': async (app) => {
    await app.open(new FakeBridge({ profiles: [practice] }));
    await app.option('Practice server').click();
    await expect(app.page.getByText('Welcome to Toctoc')).toBeVisible();
  },
  empty: async (app) => {
    await app.open(new FakeBridge({ profiles: [] }));
    await expect(app.page.getByText('No server yet')).toBeVisible();
  },
  'snapshot-refused': async (app) => {
    const bridge = new FakeBridge();
    bridge.refusals.set('app:snapshot', [{ code: 'internal', params: { reason: 'no state' } }]);
    await app.open(bridge);
    await expect(app.page.getByRole('alert')).toBeVisible();
  },
  'practice-open': async (app) => {
    await app.page.clock.setFixedTime(0);
    const verdict = { kind: 'opened' } as const;
    await app.open(new FakeBridge({ profiles: [practice], practice: { doorOpen: true, shutsAtMs: 24_000, verdict } }));
    await expect(app.page.getByText('Door open', { exact: true })).toBeVisible();
  },
  'practice-wrong': async (app) => {
    const verdict = { kind: 'out-of-order' } as const;
    const shut = { doorOpen: false, shutsAtMs: null, verdict };
    const bridge = await app.open(new FakeBridge({ profiles: [practice], practice: shut }));
    await app.button('Knock it wrong').click();
    await expect.poll(() => bridge.called('runs:try')).toHaveLength(1);
    await bridge.pushRun(aRun(done(SILENT), { runId: 'try-1', profileId: 'draft', action: 'knock' }));
    await expect(app.page.getByText('The first two knocks had changed places')).toBeVisible();
  },
  'set-up-first': async (app) => {
    await app.open(new FakeBridge({ profiles: [practice] }));
    await app.button('Set up a server').click();
    await expect(app.page.getByText('A sequence has been made for it')).toBeVisible();
    // Another one every time: a picture shows none.
    await app.field('Sequence').fill('4310:udp 21044 9312:udp 17620');
  },
};
