import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInput } from '../../../electron/ipc/input.ts';
import { MAX_IMPORT_BYTES, MAX_IMPORT_FILES, MAX_IMPORT_TOTAL } from '../../../shared/formats/import-bounds.ts';
import { CHANNELS, type Channel } from '../../../shared/ipc.ts';
import type { ProfileDraft } from '../../../shared/model/profile.ts';
import { isProblemCode } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';

const { id: _id, doorSeenAt: _seen, ...draft } = aProfile();
const save = (change: object, id: unknown = null) =>
  parseInput('profiles:save', [{ id, draft: { ...draft, ...change } satisfies object }]);

/** Good arguments for every channel; a channel that is missing here is a type error. */
const good: { readonly [C in Channel]: readonly unknown[] } = {
  'app:snapshot': [],
  'profiles:read': ['web'],
  'profiles:save': [{ id: null, draft }],
  'profiles:change': [
    { changes: [{ id: 'web', gapMs: 200, tags: ['a'], launch: { client: 'none', terminal: 'auto' } }] },
  ],
  'profiles:duplicate': ['web'],
  'profiles:delete': ['web'],
  'profiles:restore': ['web'],
  'profiles:favourite': [{ id: 'web', on: true }],
  'drafts:read': ['web'],
  'drafts:keep': [{ key: 'new', fields: { name: 'Half', check: true, oneTime: null } }],
  'runs:start': [{ profileId: 'web', action: 'connect' }],
  'runs:try': [{ draft }],
  'runs:start-many': [{ profileIds: ['web', 'nas'], action: 'knock' }],
  'runs:cancel': ['0f8fad5b-d9cb-469f-a165-70867728950e'],
  'runs:keep-open': [{ profileId: 'web', on: true }],
  'host:test': ['web'],
  'host:test-cancel': ['web'],
  'runs:watch': [{ profileId: null }],
  'history:marks': ['0f8fad5b-d9cb-469f-a165-70867728950e'],
  'history:clear': [],
  'notices:dismiss': ['file-damaged-0'],
  'settings:change': [{ language: 'fr', closeToTray: null }],
  'autostart:change': [{ on: true }],
  'quick-pick:done': [{ profileId: null }],
  'window:drawn': [],
  'wanted:done': [{ serial: 3 }],
  'vault:unlock': [{ passphrase: 'open sesame' }],
  'vault:choose': [{ mode: 'passphrase', passphrase: 'open sesame', current: null }],
  'vault:start-over': [],
  'vault:restart': [],
  'launchers:detect': [],
  'about:facts': [],
  'about:licences': [],
  'about:open': ['logs'],
  'import:open-file': [],
  'import:parse-text': [
    [
      { name: '', text: 'knock host 1 2' },
      { name: 'f', text: '', path: '/home/ada/f' },
      { name: 'g', unread: { code: 'import-folder', params: { file: 'g' } } },
    ],
  ],
  'import:open-folder': [],
  'import:cancel': [],
  'import:open-clipboard': [],
  'import:found': [],
  'import:open-found': ['ssh-config'],
  'import:unseal': [{ id: 'a', passphrase: 'p' }],
  'import:supplement': [{ id: 'a', host: '', sequence: '' }],
  'import:reveal': [{ id: 'a', key: 0 }],
  'import:apply': [{ id: 'a', keys: [0, 1], host: 'h', sequence: '1 2' }],
  'import:undo': ['a'],
  'export:save': [{ profileIds: null, format: 'json', passphrase: '' }],
  'ssh-config:look': [{ profileId: 'web', alias: null }],
  'ssh-config:add': [{ profileId: 'web', alias: 'web1' }],
  'ssh-config:remove': ['web'],
  'dialogs:identity-file': [],
  'dialogs:save-text': [{ name: 'knockd.conf', text: '[options]' }],
  'data-folder:open': [],
  'updates:check': [],
  'updates:download': [],
  'updates:install': [],
  'updates:page': [],
  'clipboard:write': [{ text: 'sudo true' }],
};

/** What no channel is meant for, but for the text of a notice's id. */
const junk: readonly (readonly [unknown])[] = [
  ...[undefined, null, true, 0, Number.NaN, [], {}, [[]], ['web'], { id: 'web' }, '../../x', 'A B', 'x'.repeat(301)],
  ...[
    { toString: 'web' },
    { profileId: 'web', action: 'erase' },
    { id: null },
    { draft, id: 7 },
    { id: '../x', draft },
  ],
  ...[
    { profileId: 'web', action: 'knock', on: true, extra: 1 },
    { id: null, draft: null },
    { theme: 'purple' },
    { theme: undefined },
    { id: null, draft, extra: 1 },
  ],
].map((one) => [one]);

describe.each(CHANNELS)('%s', (channel) => {
  it('takes what it is meant for', () => {
    expect(parseInput(channel, good[channel])).toEqual({ ok: true, value: good[channel] });
  });

  it('takes neither more nor fewer arguments', () => {
    expect(parseInput(channel, [...good[channel], undefined]).ok).toBe(false);
    expect(parseInput(channel, [...good[channel], {}]).ok).toBe(false);
    if (good[channel].length > 0) expect(parseInput(channel, []).ok).toBe(false);
  });

  it.each(junk)('refuses %j, by name', (one) => {
    const text = channel === 'notices:dismiss' && typeof one === 'string' && one.length <= 300;
    const parsed = parseInput(channel, [one]);
    expect(parsed.ok).toBe(text);
    if (parsed.ok) return;
    const [{ code, params }] = parsed.problems;
    if (code === 'request-refused') expect(params?.['reason']).toMatch(new RegExp(`^${channel}`));
    else expect(['profiles:save', 'settings:change']).toContain(channel);
  });

  it('refuses whatever else a page could send, and never throws', () => {
    const anything = fc.array(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(anything, (args) => {
        const parsed = parseInput(channel, args);
        const nothing = good[channel].length === 0 && args.length === 0;
        const [only] = args.length === 1 ? args : [];
        const text = channel === 'notices:dismiss' && typeof only === 'string';
        const id = typeof good[channel][0] === 'string' && typeof only === 'string' && /^[a-z0-9-]{1,40}$/.test(only);
        if (!nothing && !text && !id) expect(parsed.ok).toBe(false);
        if (!parsed.ok) for (const { code } of parsed.problems) expect(isProblemCode(code)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a form that comes back', () => {
  it.each<readonly [change: object, problem: object]>([
    [{ name: '' }, { code: 'name-empty', field: 'name' }],
    [{ host: '-oX y' }, { code: 'host-leading-dash', field: 'host' }],
    [{ host: '' }, { code: 'host-empty', field: 'host' }],
    [{ door: { port: 0, check: true } }, { code: 'port-range', field: 'door.port' }],
    [{ launch: { ...draft.launch, user: '-l' } }, { code: 'user-characters', field: 'launch.user' }],
    [{ sequence: [] }, { code: 'sequence-empty', field: 'sequence' }],
    [{ sequence: [{ kind: 'knock', port: 0, protocol: 'tcp' }] }, { code: 'port-range', field: 'sequence.0.port' }],
  ])('says which field is wrong, once: %j', (change, problem) => {
    expect(save(change)).toEqual({ ok: false, problems: [problem] });
  });

  it('says everything that is wrong', () => {
    const parsed = save({ name: '', gapMs: -1, seqTimeoutS: 0 });
    expect(parsed.ok ? [] : parsed.problems.map(({ field }) => field)).toEqual(['name', 'gapMs', 'seqTimeoutS']);
  });

  it('is tidied, and has nothing more in it than a draft has', () => {
    const parsed = save({ name: '  Web ', host: '[::1]', id: 'other', doorSeenAt: 1, __proto__: { extra: 1 } }, 'web');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const saved: ProfileDraft = parsed.value[0].draft;
    expect(saved).toEqual({ ...draft, name: 'Web', host: '::1' });
    expect(Object.keys(saved).sort()).toEqual(Object.keys(draft).sort());
  });

  it('is refused when a whole part is missing', () => {
    const { door: _door, ...rest } = draft;
    expect(parseInput('profiles:save', [{ id: null, draft: rest }])).toEqual({
      ok: false,
      problems: [{ code: 'request-refused', params: { reason: 'profiles:save 0.draft.door' } }],
    });
  });
});

describe('a dropped file', () => {
  it('has a text, or a reason of its own kind why there is none', () => {
    const given = (file: object) => parseInput('import:parse-text', [[{ name: 'f', ...file }]]).ok;
    const unread = (code: string) => given({ unread: { code } });
    expect([given({ text: '' }), unread('import-binary'), given({})]).toEqual([true, true, false]);
    expect([unread('internal'), given({ text: '', unread: { code: 'import-binary' } })]).toEqual([false, false]);
  });

  it('tells of that reason what its sentence has a blank for, and nothing else', () => {
    const unread = (params: object) =>
      parseInput('import:parse-text', [[{ name: 'f', unread: { code: 'import-unreadable', params } }]]).ok;
    expect([unread({ file: 'f', reason: 'Error' }), unread({}), unread({ size: 9, max: 8 })]).toEqual([
      true,
      true,
      true,
    ]);
    expect([unread({ other: 'f' }), unread({ file: 'f'.repeat(301) }), unread({ file: null })]).toEqual(
      Array(3).fill(false),
    );
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`p${at}`, 'x'.repeat(300)]));
    expect(unread(many)).toBe(false);
  });

  it('is one of at most ten thousand, and they fit into an import together', () => {
    const given = (file: object, count: number) => parseInput('import:parse-text', [Array(count).fill(file)]).ok;
    const half = { name: 'f', text: 'x'.repeat(MAX_IMPORT_BYTES / 2) };
    const fits = (2 * MAX_IMPORT_TOTAL) / MAX_IMPORT_BYTES;
    expect([given(half, fits), given(half, fits + 1)]).toEqual([true, false]);
    const far = { name: 'f', text: '', path: 'x'.repeat(40_000) };
    const reach = Math.floor(MAX_IMPORT_TOTAL / far.path.length);
    expect([given(far, reach), given(far, reach + 1)]).toEqual([true, false]);
    const empty = { name: 'f', text: '' };
    expect([given(empty, MAX_IMPORT_FILES + 1), given(empty, MAX_IMPORT_FILES + 2)]).toEqual([true, false]);
  });
});

describe('many servers', () => {
  it('are refused as a whole for one bad id, and beyond a hundred thousand', () => {
    const many = (profileIds: readonly unknown[]) =>
      parseInput('runs:start-many', [{ profileIds, action: 'knock' }]).ok;
    expect([many([]), many(['web', '../x']), many(['web', null])]).toEqual([true, false, false]);
    expect([many(Array(10_001).fill('web')), many(Array(100_001).fill('web'))]).toEqual([true, false]);
  });

  it('are changed together, the practice server beside ten thousand, and refused beyond a hundred thousand', () => {
    const change = (count: number) =>
      parseInput('profiles:change', [{ changes: Array(count).fill({ id: 'web', gapMs: 60 }) }]).ok;
    expect([change(10_001), change(100_001)]).toEqual([true, false]);
  });
});
