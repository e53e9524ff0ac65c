import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { emptyDraft, ProfileDraftSchema, ProfileSchema, summarise } from '../../../../shared/model/profile.ts';
import { isProblemCode } from '../../../../shared/result.ts';
import { aProfile, steps } from '../../../fakes/profiles.ts';

/** A good draft with one value replaced, by its path. */
function draftWith(path: string, value: unknown): unknown {
  const { id: _id, doorSeenAt: _seen, ...draft } = aProfile();
  const set = (object: object, [key = '', ...rest]: readonly string[]): object => ({
    ...object,
    [key]: rest.length === 0 ? value : set(Reflect.get(object, key), rest),
  });
  return set(draft, path.split('.'));
}

function problems(draft: unknown): readonly string[] {
  const parsed = v.safeParse(ProfileDraftSchema, draft, { abortPipeEarly: true });
  if (parsed.success) return [];
  return parsed.issues.map((issue) => `${issue.path?.map(({ key }) => key).join('.')}: ${issue.message}`);
}

/** Field, the problem, what is just right, what is just wrong. */
const bounds: readonly (readonly [field: string, code: string, good: readonly unknown[], bad: readonly unknown[]])[] = [
  ['name', 'name-empty', ['a', ' a '], ['', '  ', null, 1]],
  ['name', 'name-long', ['n'.repeat(100), ` ${'n'.repeat(100)} `], ['n'.repeat(101)]],
  ['notes', 'text-long', ['', 'a\r\nb', ` ${'n'.repeat(2000)} `], ['n'.repeat(2001)]],
  ['notes', 'value-unknown', [], [null, 1, ['a']]],
  ['family', 'value-unknown', ['automatic', 'ipv4', 'ipv6'], ['', 'IPv4', 4, null]],
  ['gapMs', 'gap-range', [0, 10_000], [-1, 10_001, 0.5, Number.NaN, '50', null]],
  ['holdMs', 'hold-range', [1, 400], [0, 401, 1.5, Number.NaN, '50', null]],
  ['seqTimeoutS', 'seq-timeout-range', [null, 1, 3600], [0, 3601, 1.5, Number.NaN, '5']],
  ['serverKind', 'value-unknown', ['knockd', 'other'], ['', 'Knockd', null]],
  ['connectMode', 'value-unknown', ['syn', 'full'], ['', 'connect', null]],
  [
    'source',
    'source-characters',
    ['', 'eth0', '192.0.2.1', '::1', 'fe80::1%br-lan', 'tun0.5'],
    ['-s', 'a\tb', 'a\0b', 'a;b', '$x', 1],
  ],
  [
    'source',
    'source-characters',
    ['Wi-Fi', 'Ethernet 2', 'Connexion au réseau local* 10', 'vEthernet (WSL)'],
    ['"a"', 'a\nb', '(x)'],
  ],
  ['source', 'text-long', ['s'.repeat(64)], ['s'.repeat(65)]],
  ['door.port', 'port-range', [1, 65_535], [0, 65_536, -1]],
  ['door.port', 'port-not-a-number', [22], [22.5, Number.NaN, '22', null]],
  ['door.check', 'value-unknown', [true, false], [null, 1, 'true']],
  ['launch.client', 'value-unknown', ['none', 'ssh'], ['', 'telnet', null]],
  [
    'launch.terminal',
    'value-unknown',
    ['auto', 'gnome-terminal', 't'.repeat(40)],
    ['', 'Auto', 'a b', '/bin/sh', 't'.repeat(41), 1],
  ],
  ['launch.port', 'port-range', [null, 1, 65_535], [0, 65_536]],
  ['launch.port', 'port-not-a-number', [null], ['', Number.NaN]],
  [
    'launch.user',
    'user-characters',
    ['', 'ann', 'CORP\\ann', 'ann@corp', 'é', 'a-b', 'a$'],
    ['-l', ' -l', 'a b', 'a\nb', 'a;b', '~x', '%h', '$x', "a'b", 1],
  ],
  ['launch.user', 'text-long', ['u'.repeat(128)], ['u'.repeat(129)]],
  [
    'launch.identityFile',
    'identity-file-characters',
    ['', '~/.ssh/id', 'C:\\my keys\\id', 'é "x"'],
    ['-F', ' -F', 'a\nb', 'a\0', 1],
  ],
  ['launch.identityFile', 'text-long', ['f'.repeat(1024)], ['f'.repeat(1025)]],
  ['host', 'host-leading-dash', ['server'], ['-oX']],
  ['sequence', 'sequence-empty', [[...steps('7000')]], [[]]],
  ['closeSequence', 'value-unknown', [[], [...steps('7000')]], ['7000', null]],
];

describe('the bounds of a draft', () => {
  it.each(bounds)('%s: %s', (field, code, good, bad) => {
    for (const value of good) expect([value, problems(draftWith(field, value))]).toEqual([value, []]);
    for (const value of bad) expect([value, problems(draftWith(field, value))]).toEqual([value, [`${field}: ${code}`]]);
  });

  it.each([
    ...['name', 'host', 'family', 'sequence', 'closeSequence', 'gapMs', 'holdMs', 'seqTimeoutS', 'serverKind'],
    ...['connectMode', 'source', 'door', 'launch'],
  ])('%s has to be there', (gone) => {
    const rest = Object.fromEntries(Object.entries(aProfile()).filter(([field]) => field !== gone));
    expect(v.is(ProfileDraftSchema, rest)).toBe(false);
  });

  it('several wrong fields are all told, each once', () => {
    expect(problems({ ...aProfile(), name: '', host: '-x y', door: { port: 0, check: 1 } })).toEqual([
      'name: name-empty',
      'host: host-leading-dash',
      'door.port: port-range',
      'door.check: value-unknown',
    ]);
  });

  it.each([undefined, null, 0, '', [], 'profile', () => {}])('%j is no draft', (draft) => {
    expect(v.is(ProfileDraftSchema, draft)).toBe(false);
  });

  it('text around the edges and fields that are not ours are left out', () => {
    const parsed = v.parse(ProfileDraftSchema, { ...aProfile({ name: '  Büro ', source: ' eth0 ' }), extra: 1 });
    expect(parsed).toMatchObject({ name: 'Büro', source: 'eth0' });
    expect(Object.keys(parsed)).not.toContain('extra');
  });

  it('what is typed into one field never makes it throw, and what is refused has one of our codes there', () => {
    const fields = bounds.map(([field]) => field);
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.anything(), (field, value) => {
        for (const line of problems(draftWith(field, value))) {
          const [at = '', code = ''] = line.split(': ');
          if (at === field) expect(isProblemCode(code)).toBe(true);
          else expect(at.startsWith(`${field}.`)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a stored profile', () => {
  it.each(['web', 'a', 'A'.toLowerCase().repeat(40), '0f8fad5b-d9cb-469f-a165-70867728950e'])('has the id %s', (id) => {
    expect(v.is(ProfileSchema, aProfile({ id }))).toBe(true);
  });

  it.each(['', 'A', 'a b', '../x', 'a.b', 'a'.repeat(41), '__proto__', 'é'])('has no id %j', (id) => {
    expect(v.is(ProfileSchema, aProfile({ id }))).toBe(false);
  });

  it.each([null, 0, 1_700_000_000_000])('was seen open at %j', (doorSeenAt) => {
    expect(v.is(ProfileSchema, aProfile({ doorSeenAt }))).toBe(true);
  });

  it.each([undefined, '0', Number.NaN, true])('was not seen open at %j', (doorSeenAt) => {
    expect(v.is(ProfileSchema, { ...aProfile(), doorSeenAt })).toBe(false);
  });
});

it('notes are kept in lines, without space around them', () => {
  const parsed = v.parse(ProfileDraftSchema, draftWith('notes', ' \n Rack 7\r\n\r\n ask Ada\r'));
  expect(parsed.notes).toBe('Rack 7\n\n ask Ada');
  expect(summarise(aProfile({ notes: parsed.notes })).notes).toBe(parsed.notes);
});

describe('the summary', () => {
  it('counts the knocks and tells none of them', () => {
    const profile = aProfile({
      sequence: [...steps('7117 2:s 8228:udp="sesame" 9339')],
      closeSequence: [...steps('9449')],
    });
    const summary = summarise(profile);
    expect(summary).toMatchObject({ id: 'web', knocks: 3, canClose: true, doorPort: 22, client: 'ssh' });
    expect(JSON.stringify(summary)).not.toMatch(/7117|8228|9339|9449|sesame/);
    expect(summarise(aProfile())).toMatchObject({ canClose: false });
  });
});

describe('an empty draft', () => {
  it('lacks a name, a host and a sequence, and nothing else', () => {
    expect(problems(emptyDraft())).toEqual(['name: name-empty', 'host: host-empty', 'sequence: sequence-empty']);
    expect(emptyDraft(100).holdMs).toBe(100);
  });
});
