import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const web = aProfile({ tags: ['prod', 'web'] });
const mail = aProfile({ id: 'mail', name: 'Mail', host: 'mail.example.org', tags: ['Prod'] });
const lab = aProfile({ id: 'lab', name: 'Lab', host: 'lab.example.org', tags: ['test'] });
const many = Array.from({ length: 9 }, (_, at) =>
  aProfile({ id: `p${at}`, name: `Server ${at}`, host: `host-${at}.example.org`, tags: [`tag ${at % 7}`] }),
);
const chips = (app: App) => app.page.getByRole('group', { name: 'Tags' }).getByRole('button');
const rows = (app: App) => app.page.getByRole('listbox', { name: 'Profiles' }).getByRole('option');

test('a tag is a filter: pressed once, and pressed again', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web, mail, lab] }));
  await expect(chips(app)).toHaveText(['Prod', 'test', 'web']);
  await app.button('test').click();
  await expect(app.button('test')).toHaveAttribute('aria-pressed', 'true');
  await expect(rows(app)).toHaveText([/Lab/]);
  await app.button('Prod').click();
  await expect(app.button('test')).toHaveAttribute('aria-pressed', 'false');
  await expect(rows(app)).toHaveText([/Web server/, /Mail/]);
  await app.button('Prod').click();
  await expect(rows(app)).toHaveCount(3);
});

test('without tags there is nothing to filter by', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [aProfile()] }));
  await expect(rows(app)).toHaveCount(1);
  await expect(chips(app)).toHaveCount(0);
  await expect(app.button('Select all')).toHaveCount(0);
});

test('a tag that goes with its last profile filters no longer', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web, lab] }));
  await app.button('test').click();
  await expect(app.button('Select all')).toBeVisible();
  await app.option('Lab').click();
  await app.button('Delete').click();
  await expect(rows(app)).toHaveText([/Web server/]);
  await expect(app.button('Select all')).toHaveCount(0);
});

test('Select all selects what the tag left', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: [web, mail, lab] }));
  await app.button('Prod').click();
  await app.button('Select all').click();
  await expect(app.page.getByRole('heading', { name: '2 servers selected' })).toBeVisible();
  await app.button('Knock').click();
  await expect
    .poll(() => bridge.called('runs:start-many'))
    .toEqual([[{ profileIds: ['web', 'mail'], action: 'knock' }]]);
});

test('many tags are a list to choose from, and go together with the search', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: many }));
  await expect(chips(app)).toHaveCount(0);
  const tag = app.field('Tag');
  await tag.selectOption('tag 1');
  await expect(rows(app)).toHaveText([/Server 1/, /Server 8/]);
  await app.field('Search').fill('host-8');
  await expect(rows(app)).toHaveText([/Server 8/]);
  await app.field('Search').fill('host-2');
  await expect(app.page.getByText('Nothing tagged “tag 1” matches “host-2”.')).toBeVisible();
  await tag.selectOption('All tags');
  await expect(rows(app)).toHaveText([/Server 2/]);
  await app.field('Search').fill('TAG 6');
  await expect(rows(app)).toHaveText([/Server 6/]);
});

test('a profile shows its tags', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: [web] }));
  await expect(app.page.getByRole('definition').filter({ hasText: 'prod' })).toHaveText('prodweb');
});
