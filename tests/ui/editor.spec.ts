import { en } from '../../shared/text/en.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { aProfile } from '../fakes/profiles.ts';
import { type App, expect, test } from './support/app.ts';

const { problem } = en;
const word = (sentence: string, text: string) => sentence.replace('{{word}}', text).replace('{{value}}', text);
const knocks = (count: number) => Array.from({ length: count }, (_, at) => 1000 + at).join(' ');

async function openNew(app: App): Promise<FakeBridge> {
  const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
  await app.button('New profile').click();
  await app.field('Name').fill('Home');
  await app.field('Host').fill('home.example.org');
  await app.field('Sequence').fill('7000 8000');
  return bridge;
}

/** Field, what is typed, and the sentence that must appear under it. */
const mistakes: readonly (readonly [field: string, typed: string, sentence: string])[] = [
  ['Name', '', problem['name-empty']],
  ['Name', '   ', problem['name-empty']],
  ['Name', 'n'.repeat(101), problem['name-long']],
  ['Host', '', problem['host-empty']],
  ['Host', '-oProxyCommand=calc', problem['host-leading-dash']],
  ['Host', 'two words', problem['host-characters']],
  ['Host', 'bell\u0007.example.org', problem['host-characters']],
  ['Host', 'user@host', problem['host-characters']],
  ['Host', '1:2', problem['host-characters']],
  ['Host', 'h'.repeat(256), problem['host-long']],
  ['Door port', '', problem['port-not-a-number']],
  ['Door port', 'ssh', problem['port-not-a-number']],
  ['Door port', '22.5', problem['port-not-a-number']],
  ['Door port', '0x16', problem['port-not-a-number']],
  ['Door port', '0', problem['port-range']],
  ['Door port', '65536', problem['port-range']],
  ['Sequence', '', problem['sequence-empty']],
  ['Sequence', 'abc', word(problem['sequence-word'], 'abc')],
  ['Sequence', '7000 0', word(problem['sequence-port-range'], '0')],
  ['Sequence', '65536', word(problem['sequence-port-range'], '65536')],
  ['Sequence', '7000:sctp', word(problem['protocol-unknown'], '7000:sctp')],
  ['Sequence', '7000:udp=0xABC', word(problem['payload-hex'], '0xABC')],
  ['Sequence', '7000:tcp=hi', word(problem['payload-tcp'], '7000:tcp=hi')],
  ['Sequence', `7000:udp=${'x'.repeat(1201)}`, problem['payload-long']],
  ['Sequence', '7000 90:s 8000', word(problem['pause-range'], '90:s')],
  ['Sequence', '7000@10001 8000', word(problem['sequence-gap-range'], '7000@10001')],
  ['Sequence', '7000:udp="open 8000', word(problem['payload-quote'], '7000:udp="open 8000')],
  ['Sequence', knocks(33), problem['sequence-long']],
  ['Gap (ms)', '', problem['gap-range']],
  ['Gap (ms)', '-1', problem['gap-range']],
  ['Gap (ms)', '10001', problem['gap-range']],
  ['Tags', 'web, , prod', problem['tag-empty']],
  ['Tags', `web, ${'t'.repeat(41)}`, problem['tag-long']],
  ['Tags', Array.from({ length: 21 }, (_, at) => `tag ${at}`).join(), problem['tags-many']],
  ['User', '-l root', problem['user-characters']],
  ['User', 'a b', problem['user-characters']],
  ['SSH port', '65536', problem['port-range']],
  ['SSH port', 'abc', problem['port-not-a-number']],
  ['Identity file', '-F/tmp/config', problem['identity-file-characters']],
  ['Identity file', 'f'.repeat(1025), problem['text-long']],
];
const advancedMistakes: typeof mistakes = [
  ['Server timeout (s)', '0', problem['seq-timeout-range']],
  ['Server timeout (s)', 'soon', problem['seq-timeout-range']],
  ['Hold (ms)', '', problem['hold-range']],
  ['Hold (ms)', '401', problem['hold-range']],
  ['Source', '-s', problem['source-characters']],
  ['Close sequence', 'abc', word(problem['sequence-word'], 'abc')],
  ['Knock again every (min)', '0', problem['keep-open-range']],
  ['Knock again every (min)', '1441', problem['keep-open-range']],
  ['Knock again every (min)', '2.5', problem['keep-open-range']],
  ['Knock again every (min)', 'often', problem['keep-open-range']],
];

async function expectRefused(app: App, field: string, typed: string, sentence: string): Promise<void> {
  const input = app.field(field);
  const before = await input.inputValue();
  await input.fill(typed);
  await app.button('Save').click();
  await expect(input).toBeFocused();
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(input).toHaveAccessibleDescription(sentence);
  await input.fill(before);
  await expect(input).not.toHaveAttribute('aria-invalid');
}

test('every mistake has its sentence at its field, and Save goes there', async ({ app }) => {
  const bridge = await openNew(app);
  for (const [field, typed, sentence] of mistakes)
    await test.step(`${field}: ${typed.slice(0, 40)}`, () => expectRefused(app, field, typed, sentence));
  expect(bridge.called('profiles:save')).toEqual([]);
});

test('a mistake under Advanced opens it', async ({ app }) => {
  const bridge = await openNew(app);
  for (const [field, typed, sentence] of advancedMistakes)
    await test.step(`${field}: ${typed}`, async () => {
      await app.button('Advanced').click();
      await app.field(field).fill(typed);
      await app.button('Advanced').click();
      await expect(app.field(field)).toHaveCount(0);
      await app.button('Save').click();
      await expect(app.field(field)).toBeFocused();
      await expect(app.field(field)).toHaveAccessibleDescription(sentence);
      await app.field(field).fill(field === 'Hold (ms)' ? '50' : '');
      await app.button('Advanced').click();
    });
  expect(bridge.called('profiles:save')).toEqual([]);
});

test('32 knocks are no mistake', async ({ app }) => {
  const bridge = await openNew(app);
  await app.field('Sequence').fill(knocks(32));
  await app.button('Save').click();
  await expect(app.option('Home')).toBeVisible();
  await expect.poll(() => bridge.called('profiles:save')).toHaveLength(1);
});

test('tags are trimmed, and each is there once', async ({ app }) => {
  const bridge = await openNew(app);
  await app.field('Tags').fill(' web,prod ,Web, north east ,');
  await app.button('Save').click();
  await expect(app.option('Home')).toBeVisible();
  await expect
    .poll(() => bridge.called('profiles:save')[0]?.[0])
    .toMatchObject({ draft: { tags: ['web', 'prod', 'north east'] } });
});

test('what main finds wrong with one tag is shown at the tags', async ({ app }) => {
  const bridge = await openNew(app);
  bridge.refusals.set('profiles:save', [{ code: 'tag-long', field: 'tags.1' }]);
  await app.field('Tags').fill('web, prod');
  await app.button('Save').click();
  await expect(app.field('Tags')).toBeFocused();
  await expect(app.field('Tags')).toHaveAccessibleDescription(problem['tag-long']);
});

test('all wrong words of a sequence are named at once', async ({ app }) => {
  await openNew(app);
  await app.field('Sequence').fill('abc 7000 99999 8000:sctp');
  await app.button('Save').click();
  for (const sentence of [
    word(problem['sequence-word'], 'abc'),
    word(problem['sequence-port-range'], '99999'),
    word(problem['protocol-unknown'], '8000:sctp'),
  ])
    await expect(app.page.getByText(sentence, { exact: true })).toBeVisible();
});

test('knocking slower than the server remembers is warned about, not forbidden', async ({ app }) => {
  const bridge = await openNew(app);
  const warning = app.page.getByText(/Knocking takes/);
  await app.field('Sequence').fill('7000 8000 9000');
  await expect(warning).toHaveCount(0);
  await app.field('Gap (ms)').fill('3000');
  await expect(warning).toContainText('Knocking takes 6\u00a0s. Many servers forget the first knock after 4\u00a0s');
  await app.button('Advanced').click();
  await app.field('Server timeout (s)').fill('15');
  await expect(warning).toHaveCount(0);
  await app.field('Sequence').fill('7000 10:s 8000 9000');
  await expect(warning).toContainText(
    'Knocking takes 16\u00a0s, but the server may forget the first knock after 14\u00a0s',
  );
  await app.button('Save').click();
  await expect(app.option('Home')).toBeVisible();
  await expect.poll(() => bridge.called('profiles:save')).toHaveLength(1);
});

test('what main finds wrong is shown at its field, the rest above the form', async ({ app }) => {
  const bridge = await openNew(app);
  bridge.refusals.set('profiles:save', [
    { code: 'port-range', field: 'door.port' },
    { code: 'file-unwritable', params: { reason: 'disk full', file: 'profiles.json' } },
  ]);
  await app.button('Save').click();
  await expect(app.field('Door port')).toBeFocused();
  await expect(app.field('Door port')).toHaveAccessibleDescription(problem['port-range']);
  await expect(app.page.getByRole('alert')).toContainText('The profile was not saved');
  await expect(app.page.getByRole('alert')).toContainText('disk full');
});

test.describe('unsaved changes', () => {
  const leave: Readonly<Record<string, (app: App) => Promise<void>>> = {
    'the key Escape': (app) => app.field('Name').press('Escape'),
    'another profile': (app) => app.option('Mail').click(),
    'the settings': (app) => app.button('Settings').click(),
    'the history': (app) => app.button('History').click(),
  };
  const mark = (app: App, name: string) => app.option(name).getByRole('img', { name: 'unsaved changes' });
  const profiles = [aProfile(), aProfile({ id: 'mail', name: 'Mail' })];

  for (const [way, go] of Object.entries(leave))
    test(`are kept, and marked in the list: ${way}`, async ({ app }) => {
      const bridge = await app.open(new FakeBridge({ profiles }));
      await app.option('Web server').click();
      await app.button('Edit').click();
      await app.field('Name').fill('Half');
      await app.field('Sequence').fill('7000 abc');
      await go(app);
      await expect(app.field('Name')).toHaveCount(0);
      await expect(mark(app, 'Web server')).toBeVisible();
      await expect(mark(app, 'Mail')).toHaveCount(0);
      await app.option('Web server').click();
      await expect(app.page.getByText('You have unsaved changes here.')).toBeVisible();
      await app.expectAccessible();
      await app.button('Continue editing').click();
      await expect(app.field('Name')).toHaveValue('Half');
      await expect(app.field('Sequence')).toHaveValue('7000 abc');
      await app.field('Sequence').fill('7000 8000');
      await app.button('Save').click();
      await expect(app.option('Half')).toBeVisible();
      await expect(mark(app, 'Half')).toHaveCount(0);
      await expect.poll(() => bridge.drafts.size).toBe(0);
      await expect.poll(() => bridge.called('profiles:save')).toHaveLength(1);
    });

  test('of a new profile are there behind its button', async ({ app }) => {
    await openNew(app);
    await app.option('Web server').click();
    await expect(app.button('New profile')).toHaveAccessibleDescription('unsaved changes');
    await app.button('New profile').click();
    await expect(app.field('Name')).toHaveValue('Home');
    await expect(app.field('Sequence')).toHaveValue('7000 8000');
  });

  test('are discarded without a question, and brought back', async ({ app }) => {
    const bridge = await openNew(app);
    await app.button('Discard changes').click();
    await expect(app.field('Name')).toHaveCount(0);
    await expect(app.page.getByText('Changes to “Home” discarded.')).toBeVisible();
    await expect.poll(() => bridge.drafts.size).toBe(0);
    await app.button('Undo').click();
    await expect(app.field('Name')).toHaveValue('Home');
    expect(bridge.called('profiles:save')).toEqual([]);
  });

  test('are discarded from the profile’s page too', async ({ app }) => {
    const bridge = new FakeBridge({ profiles, drafts: ['web'] });
    bridge.drafts.set('web', { name: 'Half' });
    await app.open(bridge);
    await app.option('Web server').click();
    await app.picture('unsaved');
    await app.button('Discard changes').click();
    await expect(mark(app, 'Web server')).toHaveCount(0);
    await expect.poll(() => bridge.drafts.size).toBe(0);
    await app.button('Undo').click();
    await expect(app.field('Name')).toHaveValue('Half');
  });

  test('outlive a page that is loaded again', async ({ app }) => {
    await openNew(app);
    await expect(app.button('New profile')).toHaveAccessibleDescription('unsaved changes');
    await app.page.reload();
    await app.button('New profile').click();
    await expect(app.field('Name')).toHaveValue('Home');
  });

  test('taken back by hand are none', async ({ app }) => {
    const bridge = await app.open(new FakeBridge({ profiles: [aProfile()] }));
    await app.button('Edit').click();
    await app.field('Name').fill('Half');
    await expect.poll(() => bridge.drafts.get('web')).toEqual({ name: 'Half' });
    await app.field('Name').fill('Web server');
    await expect.poll(() => bridge.drafts.size).toBe(0);
    await app.field('Name').press('Escape');
    await expect(app.option('Web server')).toBeFocused();
    await expect(app.page.getByText('You have unsaved changes here.')).toHaveCount(0);
  });

  test('do not put back what was changed elsewhere meanwhile', async ({ app }) => {
    const bridge = new FakeBridge({ profiles: [aProfile({ gapMs: 200 })], drafts: ['web'] });
    bridge.drafts.set('web', { name: 'Half', nonsense: true, gapMs: false });
    await app.open(bridge);
    await app.button('Edit').click();
    await expect(app.field('Name')).toHaveValue('Half');
    await expect(app.field('Gap (ms)')).toHaveValue('200');
  });

  test('none: leaving is just leaving', async ({ app }) => {
    await app.open(new FakeBridge({ profiles: [aProfile()] }));
    await app.button('Edit').click();
    await app.button('Cancel').click();
    await expect(app.field('Name')).toHaveCount(0);
    await expect(app.button('Undo')).toHaveCount(0);
  });
});

test('a mistake that is told when its field is left does not move what is being pressed', async ({ app }) => {
  await app.page.setViewportSize({ width: 1000, height: 1100 });
  await openNew(app);
  await app.field('Name').fill('n'.repeat(101));
  const advanced = await app.button('Advanced').boundingBox();
  if (advanced === null) throw new Error('“Advanced” is not on screen');
  const top = async () => (await app.button('Advanced').boundingBox())?.y ?? Number.NaN;
  await app.page.mouse.move(advanced.x + advanced.width / 2, advanced.y + advanced.height / 2);
  await app.page.mouse.down();
  await expect(app.field('Name')).not.toBeFocused();
  // As long as a hand takes: the page has drawn what it wanted to draw.
  await app.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(await top()).toBe(advanced.y);
  await app.page.mouse.up();
  await expect(app.button('Advanced')).toHaveAttribute('aria-expanded', 'true');
  await expect(app.page.getByText(problem['name-long'])).toBeVisible();
});
