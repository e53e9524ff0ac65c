import { FakeBridge } from '../../../fakes/fake-bridge.ts';
import { aRun } from '../../../fakes/profiles.ts';
import { type App, expect } from '../../support/app.ts';
import { done, LONG, many, OPENED, results, type Show, servers, tagged } from '../samples.ts';

export async function selectEverything(app: App): Promise<void> {
  await app.option('Mail').focus();
  await app.page.keyboard.press('Control+a');
  const show = app.button('Show 4 selected');
  if (await show.isVisible()) await show.click();
}

/** The list from nothing to ten thousand servers, and several of them at once. */
export const list: Readonly<Record<string, Show>> = {
  'long-name': async (app) => {
    await app.open(new FakeBridge({ profiles: servers, runs: [aRun(done(OPENED), { profileId: 'long' })] }));
    await app.option(LONG).click();
    await expect(app.page.getByRole('heading', { name: LONG })).toBeVisible();
  },
  undo: async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Mail').click();
    await app.button('Delete').click();
    await expect(app.button('Undo')).toBeVisible();
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
  'ten-servers': async (app) => {
    await app.open(new FakeBridge({ profiles: many(10) }));
    await expect(app.field('Search')).toBeVisible();
  },
  'ten-thousand-servers': async (app) => {
    await app.open(new FakeBridge({ profiles: many(10_000) }));
    await app.field('Search').fill('777');
    await expect(app.option('Server 777 host')).toBeVisible();
  },
  'no-match': async (app) => {
    await app.open(new FakeBridge({ profiles: many(10) }));
    await app.field('Search').fill('xyzzy');
    await expect(app.page.getByText('Nothing matches')).toBeVisible();
  },
  'many-tags': async (app) => {
    const profiles = many(9).map((server, at) => ({ ...server, tags: [`tag ${at}`] }));
    await app.open(new FakeBridge({ profiles }));
    await expect(app.field('Tag')).toBeVisible();
  },
  'list-order': async (app) => {
    await app.open(new FakeBridge({ profiles: many(10) }));
    await app.button('Order').click();
    await expect(app.page.getByRole('menu')).toBeVisible();
  },
  'row-menu': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click({ button: 'right' });
    await expect(app.page.getByRole('menu')).toBeVisible();
  },
  'bulk-edit': async (app) => {
    await app.open(new FakeBridge({ profiles: tagged }));
    await selectEverything(app);
    await app.field('Add tag').scrollIntoViewIfNeeded();
  },
  'link-question': async (app) => {
    const wanted = { serial: 1, kind: 'profile', profileId: 'mail', byLink: true } as const;
    await app.open(new FakeBridge({ profiles: servers, wanted }));
    await expect(app.page.getByRole('heading', { name: 'Mail' })).toBeVisible();
  },
};
