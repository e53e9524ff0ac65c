import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../shared/formats/candidate.ts';
import { checkedDraft, planImport } from '../../../../shared/formats/import-plan.ts';
import { parseProfileDocument, profileDocument } from '../../../../shared/formats/profile-document.ts';
import { finish } from '../../../../shared/formats/steps.ts';
import type { Profile, ProfileDraft } from '../../../../shared/model/profile.ts';
import { aProfile, steps } from '../../../fakes/profiles.ts';
import { sequence } from '../model/sequence-arbitrary.ts';

const web = aProfile({ id: 'web', launch: { ...aProfile().launch, user: 'ada' } });
const from = (differs: Partial<Candidate> = {}): Candidate => ({
  line: 1,
  name: 'from-file',
  host: web.host,
  said: { sequence: [...steps('1 2 3')] },
  ...differs,
});
const fates = (candidates: readonly Candidate[], profiles: readonly Profile[] = [web]) =>
  finish(planImport(candidates, profiles)).map(({ fate, existing }) => `${fate} ${existing?.id ?? '-'}`);

describe('an entry against the profiles that are there', () => {
  it('is new where no profile has its host and door', () => {
    expect(fates([from({ host: 'other' }), from({ said: { door: { port: 443 } } })])).toEqual(['add -', 'add -']);
  });

  it('changes what it says and nothing else, and names it', () => {
    const [plan] = finish(
      planImport(
        [from({ host: 'WEB.example.org.', said: { sequence: [...steps('1')], launch: { identityFile: '~/k' } } })],
        [web],
      ),
    );
    expect(plan).toMatchObject({ fate: 'change', changes: ['sequence', 'launch.identityFile'] });
    expect(plan?.draft).toMatchObject({ name: web.name, host: web.host, launch: { user: 'ada', identityFile: '~/k' } });
  });

  it('is the same when it says nothing new, whatever the order of its fields', () => {
    const said = {
      sequence: web.sequence.map((step) => Object.fromEntries(Object.entries(step).reverse()) as typeof step),
    };
    expect(fates([from({ said })])).toEqual(['same web']);
  });

  it('is another login when name and user differ, and each profile answers once', () => {
    const bob = from({ said: { launch: { user: 'bob' } } });
    expect(fates([bob])).toEqual(['add -']);
    expect(fates([from({ said: {} }), from({ said: {} })])).toEqual(['same web', 'add -']);
    expect(fates([{ ...bob, name: web.name }])).toEqual(['change web']);
  });

  it('lacks what its file does not say, until the person says it', () => {
    const bare = from({ host: null, said: {} });
    expect(finish(planImport([bare], []))[0]?.missing).toEqual(['host', 'sequence']);
    const [plan] = finish(planImport([bare], [], { host: 'h', sequence: steps('7 8') }));
    expect(plan).toMatchObject({ missing: [], draft: { host: 'h' } });
    expect(finish(planImport([bare], [web], { host: web.host, sequence: [] }))[0]?.fate).toBe('same');
  });

  it('has a name that fits, and a family that its address has', () => {
    const [plan] = finish(
      planImport(
        [
          from({
            host: '::1',
            name: `\u202e${'x'.repeat(99)}🚪\n`,
            said: { sequence: [...steps('1')], family: 'ipv4' },
          }),
        ],
        [],
      ),
    );
    expect(plan?.draft).toMatchObject({ name: 'x'.repeat(99), family: 'automatic' });
    expect(plan !== undefined && checkedDraft(plan).ok).toBe(true);
  });
});

const draft: fc.Arbitrary<ProfileDraft> = fc.record({
  name: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((name) => name.replace(/[\p{C}\p{Z}]/gu, '') || 'x'),
  host: fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6()),
  sequence,
  closeSequence: fc.oneof(
    sequence.map(() => []),
    sequence,
  ),
  gapMs: fc.nat(10_000),
  holdMs: fc.integer({ min: 1, max: 400 }),
  seqTimeoutS: fc.option(fc.integer({ min: 1, max: 3600 })),
  serverKind: fc.constantFrom('knockd' as const, 'other' as const),
  connectMode: fc.constantFrom('syn' as const, 'full' as const),
  family: fc.constant('automatic' as const),
  source: fc.constantFrom('', 'eth0', '192.0.2.1'),
  door: fc.record({ port: fc.integer({ min: 1, max: 65_535 }), check: fc.boolean() }),
  tags: fc.uniqueArray(fc.constantFrom('prod', 'été', 'a b'), { maxLength: 3 }),
  keepOpenMinutes: fc.option(fc.integer({ min: 1, max: 1440 })),
  favourite: fc.boolean(),
  notes: fc.constantFrom('', 'two\nlines of “notes”'),
  oneTime: fc.option(
    fc
      .array(sequence, { minLength: 1, maxLength: 3 })
      .chain((sequences) => fc.nat(sequences.length).map((position) => ({ sequences, position }))),
  ),
  launch: fc.record<ProfileDraft['launch']>({
    client: fc.constantFrom('none', 'ssh', 'putty', 'kitty', 'winscp', 'mstsc', 'sftp', 'ftp', 'https'),
    terminal: fc.constantFrom('auto', 'kitty'),
    terminalProfile: fc.constantFrom('', 'Ubuntu 24.04'),
    user: fc.constantFrom('', 'ann', 'CORP\\ann'),
    port: fc.option(fc.integer({ min: 1, max: 65_535 })),
    identityFile: fc.constantFrom('', '~/.ssh/my "key"'),
    jumpHost: fc.constantFrom('', 'jump.example.org', 'ann@192.0.2.1'),
    options: fc.constantFrom('', '-A', '-L 8080:localhost:80 -o "ServerAliveInterval 30"'),
    session: fc.constantFrom('', 'Büro "Nord"'),
    command: fc.constantFrom('', 'xterm -e "a b" {host}'),
  }),
} satisfies { readonly [K in keyof ProfileDraft]: fc.Arbitrary<ProfileDraft[K]> });

it('what was exported comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 6 }), (drafts) => {
      const { candidates, notes } = finish(parseProfileDocument(profileDocument(drafts)));
      expect(notes).toEqual([]);
      const back = finish(planImport(candidates, [])).map(checkedDraft);
      expect(back).toEqual(drafts.map((value) => ({ ok: true, value })));
      const profiles = drafts.map((one, at) => ({ ...one, id: `p${at}`, doorSeenAt: null }));
      expect(finish(planImport(candidates, profiles)).every(({ fate }) => fate === 'same')).toBe(true);
    }),
  );
});
