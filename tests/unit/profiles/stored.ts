import fc from 'fast-check';
import { type Entry, entryOf } from '../../../electron/profiles/entry.ts';
import { FILE_VERSION } from '../../../electron/profiles/profile-file.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { aProfile, steps } from '../../fakes/profiles.ts';
import { sequence } from '../shared/model/sequence-arbitrary.ts';

/** The text of a data file with these entries, good or bad. */
export function fileText(
  profiles: readonly unknown[],
  deleted?: readonly unknown[],
  version: unknown = FILE_VERSION,
): string {
  return JSON.stringify({ version, vault: null, profiles, ...(deleted !== undefined && { deleted }) });
}

/** A profile as it stands in a file that nothing seals. */
export function stored(profile: Profile): Extract<Entry, { readonly secrets: unknown }> {
  const entry = entryOf(profile, null);
  if (!('secrets' in entry)) throw new Error('sealed');
  return entry;
}

/** A file of version 1, as Toctoc 0.1 wrote it. */
export function oldFileText(
  profiles: readonly unknown[],
  deleted?: readonly { readonly profile: unknown; readonly index: number }[],
): string {
  return JSON.stringify({ version: 1, profiles, ...(deleted !== undefined && { deleted }) }, undefined, '\t');
}

/** One profile with every kind of value, for files that are cut and bent. */
export const RICH: Profile = aProfile({
  id: 'rich',
  name: 'Büro "Nord" \\ 🚪',
  host: 'fe80::1%br-lan',
  sequence: [...steps('7000@200 2:s 8000:udp="é \\" 🚪" 9000:udp=0xcafe')],
  closeSequence: [...steps('9001 9002')],
  oneTime: { sequences: [[...steps('4000 4100:udp')], [...steps('5000 5100 5200')]], position: 1 },
  seqTimeoutS: 10,
  launch: {
    client: 'ssh',
    terminal: 'kitty',
    terminalProfile: 'Ubuntu 24.04',
    user: 'CORP\\ann',
    port: 2222,
    identityFile: '~/.ssh/my key',
    jumpHost: 'bob@jump.example.org',
    options: '-A -o "ServerAliveInterval 30"',
    session: 'Büro "Nord"',
    command: 'xterm -e "a b" {host}',
  },
  doorSeenAt: 1_700_000_000_000,
});

/** Text as the schema leaves it: trimmed. */
const line = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).map((text) =>
    text
      .replace(/\p{Cc}/gu, '')
      .slice(0, maxLength)
      .trim(),
  );

/** Any profile that can be saved. */
export const profile: fc.Arbitrary<Profile> = fc
  .record({
    name: line(100).filter((name) => name !== ''),
    host: fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6(), fc.constantFrom('bücher.example', 'fe80::1%wlan0.100')),
    family: fc.constantFrom('automatic', 'ipv4', 'ipv6'),
    sequence,
    closeSequence: fc.oneof(fc.constant<typeof RICH.closeSequence>([]), sequence),
    gapMs: fc.nat(10_000),
    holdMs: fc.integer({ min: 1, max: 400 }),
    seqTimeoutS: fc.option(fc.integer({ min: 1, max: 3600 })),
    serverKind: fc.constantFrom('knockd', 'other'),
    connectMode: fc.constantFrom('syn', 'full'),
    source: fc.constantFrom('', 'eth0', 'Ethernet 2', '192.0.2.1'),
    door: fc.record({ port: fc.integer({ min: 1, max: 65_535 }), check: fc.boolean() }),
    launch: fc.record({
      client: fc.constantFrom('none', 'ssh', 'putty', 'sftp'),
      terminal: fc.constantFrom('auto', 'kitty'),
      user: fc.constantFrom('', 'ann', 'CORP\\ann'),
      port: fc.option(fc.integer({ min: 1, max: 65_535 })),
      identityFile: line(60).filter((path) => !path.startsWith('-')),
      terminalProfile: fc.constantFrom('', 'Ubuntu 24.04'),
      jumpHost: fc.constantFrom('', 'jump.example.org', 'ann@192.0.2.1'),
      options: fc.constantFrom('', '-A', '-L 8080:localhost:80'),
      session: fc.constantFrom('', 'Büro "Nord"'),
      command: line(60),
    }),
    oneTime: fc.option(
      fc
        .array(sequence, { minLength: 1, maxLength: 3 })
        .map((sequences) => ({ sequences, position: sequences.length - 1 })),
    ),
    id: fc.uuid(),
    doorSeenAt: fc.option(fc.nat()),
  })
  .map((differs) => aProfile(differs));
