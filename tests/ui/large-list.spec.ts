import { PRACTICE_ID } from '../../shared/model/profile.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const many = Array.from({ length: 10_000 }, (_, at) =>
  aProfile({ id: `p${at}`, name: `Server ${at}`, host: `host-${9_999 - at}.example.org` }),
);
const few = ['Web', 'Mail', 'Wiki', 'Database', 'Backup', 'Build', 'Metrics', 'mirror'].map((name, at) =>
  aProfile({ id: `p${at}`, name, host: `${String.fromCharCode(104 - at)}.example.org` }),
);

test('of ten thousand profiles those in sight are there, each says which it is, and the keys reach them all', async ({
  app,
}) => {
  await app.open(new FakeBridge({ profiles: many }));
  const options = app.page.getByRole('listbox', { name: 'Profiles' }).getByRole('option');
  await expect(app.option('Server 0 host')).toHaveAttribute('aria-setsize', '10000');
  expect(await options.count()).toBeLessThan(60);
  await app.option('Server 0 host').click();
  await app.page.keyboard.press('End');
  const last = app.option('Server 9999');
  await expect(last).toBeFocused();
  await expect(last).toHaveAttribute('aria-posinset', '10000');
  await expect(last).toBeInViewport();
  await app.page.keyboard.press('Shift+Home');
  await expect(app.page.getByRole('heading', { name: '10,000 servers selected' })).toBeVisible();
  await expect(app.option('Server 0 host')).toBeFocused();
  await app.field('Search').fill('server 777');
  await expect(options).toHaveCount(11);
  await app.expectAccessible();
  await app.picture('large-list');
});

test('ten thousand servers and the practice server are changed together, and back by one undo', async ({ app }) => {
  const profiles = [
    aProfile({ id: PRACTICE_ID, name: 'Practice server' }),
    ...many.map((one, at) => ({ ...one, gapMs: 50 + (at % 3), tags: at % 2 === 0 ? ['even'] : [] })),
  ];
  const bridge = await app.open(new FakeBridge({ profiles }));
  const asked = () => bridge.called('profiles:change');
  await app.option('Server 0 host').click();
  await app.page.keyboard.press('Control+a');
  await expect(app.page.getByRole('heading', { name: '10,001 servers selected' })).toBeVisible();
  await app.field('Gap (ms)').fill('200');
  await app.field('Add tag').fill('rack');
  await app.button('Apply').click();
  await expect.poll(() => asked().length).toBe(1);
  await app.button('Undo').click();
  await expect.poll(() => asked().length).toBe(2);
  const launch = { client: 'ssh', terminal: 'auto' };
  expect(asked()).toEqual([
    [{ changes: profiles.map(({ id, tags }) => ({ id, gapMs: 200, tags: [...tags, 'rack'] })) }],
    [{ changes: profiles.map(({ id, gapMs, tags }) => ({ id, gapMs, tags, launch })) }],
  ]);
});

test('a row out of sight keeps the focus that it has', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: many }));
  await app.option('Server 1 host').click();
  await app.option('Server 1 host').focus();
  await app.page.getByRole('listbox').evaluate((list) => list.scrollTo({ top: 200_000 }));
  await expect(app.option('Server 3704 host')).toBeVisible();
  await app.page.keyboard.press('ArrowDown');
  await expect(app.option('Server 2 host')).toBeFocused();
  await expect(app.option('Server 2 host')).toBeInViewport();
});

test('rows grow with the text, also while they are there: none lies over the next', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: few }));
  const overlaps = () =>
    app.page.getByRole('option').evaluateAll((options) => {
      const boxes = options.map((option) => option.getBoundingClientRect());
      const texts = options.map((option) => option.children[1]?.getBoundingClientRect());
      const over = boxes.filter(({ bottom }, at) => bottom > (boxes[at + 1]?.top ?? Number.POSITIVE_INFINITY));
      const beyond = texts.filter((text, at) => (text?.height ?? Number.NaN) > (boxes[at]?.height ?? 0));
      return [boxes.length, over.length, beyond.length];
    });
  await expect.poll(overlaps).toEqual([8, 0, 0]);
  await app.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expect.poll(overlaps).toEqual([8, 0, 0]);
  await app.picture('large-text');
});

/** A key that goes down where the focus is, at this time (ms): how quick this machine is does not matter. */
const keyAt = (app: App, key: string, ms: number) =>
  app.page.evaluate(
    ([name, timeStamp]) => {
      const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(Object.defineProperty(event, 'timeStamp', { value: timeStamp }));
    },
    [key, ms] as const,
  );

test('typing goes to the next name that begins so', async ({ app }) => {
  await app.open(new FakeBridge({ profiles: few }));
  await app.option('Web').click();
  for (const [at, name] of ['Mail', 'Metrics', 'mirror', 'Mail'].entries()) {
    await keyAt(app, 'm', 10_000 + 200 * at);
    await expect(app.option(name)).toBeFocused();
  }
  // Later, a new word begins.
  await keyAt(app, 'b', 11_400);
  await expect(app.option('Backup')).toBeFocused();
  await keyAt(app, 'u', 11_600);
  await expect(app.option('Build')).toBeFocused();
});

test('the list can be sorted, and stays so', async ({ app }) => {
  const bridge = await app.open(new FakeBridge({ profiles: few }));
  const names = () => app.page.getByRole('option').allInnerTexts();
  await app.button('Order').click();
  await app.page.getByRole('menuitemradio', { name: 'By name' }).click();
  await expect.poll(async () => (await names())[0]).toMatch(/^Backup/);
  await app.button('Order').press('Enter');
  await app.page.getByRole('menuitemradio', { name: 'By host' }).click();
  await expect.poll(async () => (await names())[0]).toMatch(/^mirror/);
  await expect.poll(() => bridge.called('settings:change')).toEqual([[{ listOrder: 'name' }], [{ listOrder: 'host' }]]);
});

test('doors that are kept open and favourites have their signs', async ({ app }) => {
  const profiles = [aProfile({ favourite: true, keepOpenMinutes: 5 }), aProfile({ id: 'b', name: 'Other' })];
  await app.open(new FakeBridge({ profiles, keptOpen: [{ profileId: 'web', nextAtMs: Date.now() + 60_000 }] }));
  await expect(app.option('Web server').getByRole('img')).toHaveCount(2);
  await expect(app.option('Web server')).toHaveAccessibleName(/Kept open.*Favourite/);
  await expect(app.option('Other').getByRole('img')).toHaveCount(0);
});
