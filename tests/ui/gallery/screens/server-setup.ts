import { FakeBridge } from '../../../fakes/fake-bridge.ts';
import { aRun } from '../../../fakes/profiles.ts';
import { expect } from '../../support/app.ts';
import { done, OPENED, type Show, servers } from '../samples.ts';

/** The server’s side. */
export const serverSetup: Readonly<Record<string, Show>> = {
  'server-setup': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Set up the server…').click();
    await app.page.getByRole('tab', { name: /knockd$/ }).click();
    await expect(app.page.getByText('[toctoc-22]')).toBeVisible();
  },
  'server-setup-no-close': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Set up the server…').click();
    await app.field('Closing').selectOption('sequence');
    await expect(app.page.getByRole('alert')).toContainText('no close sequence');
  },
  'server-setup-test': async (app) => {
    await app.open(new FakeBridge({ profiles: servers, runs: [aRun(done(OPENED))] }));
    await app.option('Web server').click();
    await app.button('Set up the server…').click();
    await app.page.getByRole('tab', { name: /Test$/ }).click();
    await app.page.getByRole('heading', { name: 'See whether the knocks arrive' }).scrollIntoViewIfNeeded();
  },
};
