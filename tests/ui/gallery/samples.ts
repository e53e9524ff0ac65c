import type { HistoryEntry } from '../../../shared/model/history.ts';
import { DEFAULT_LAUNCH } from '../../../shared/model/launch.ts';
import { PRACTICE_ID } from '../../../shared/model/profile.ts';
import type { Outcome, RunPhase } from '../../../shared/model/run.ts';
import type { VaultView } from '../../../shared/model/vault.ts';
import { aProfile, aRun, steps } from '../../fakes/profiles.ts';
import { OPEN_VAULT } from '../../fakes/vault.ts';
import type { App } from '../support/app.ts';

/** A screen of the gallery: what brings the page there. */
export type Show = (app: App) => Promise<void>;

/** As long as somebody may make it. */
export const LONG =
  'A very long name of a server that somebody gave it in a hurry and that nobody dared to shorten since now';

export const practice = aProfile({
  id: PRACTICE_ID,
  name: 'Practice server',
  host: '127.0.0.1',
  launch: { ...DEFAULT_LAUNCH, client: 'none' },
});

export const servers = [
  aProfile({ launch: { ...DEFAULT_LAUNCH, user: 'ada' } }),
  aProfile({ id: 'mail', name: 'Mail', host: '2001:db8::25', closeSequence: [...steps('9000 8000')] }),
  aProfile({ id: 'long', name: LONG, host: `${'long-host-name.'.repeat(8)}example.org` }),
  practice,
];

const TAGS = [
  ['prod', 'web'],
  ['prod', 'mail'],
  ['lab', 'a tag with a long name, as long as they come'.slice(0, 40)],
];
export const tagged = servers.map((server, at) => ({ ...server, tags: TAGS[at] ?? [] }));

/** So many servers, with names that can be told apart. */
export const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    aProfile({ id: `p${at}`, name: `Server ${at + 1}`, host: `host-${at + 1}.example.org`, favourite: at === 1 }),
  );

export const done = (outcome: Outcome): RunPhase => ({ phase: 'done', outcome });
export const OPENED: Outcome = {
  ...{ result: 'open', ms: 412, alreadyOpen: false },
  ...{ banner: 'SSH-2.0-OpenSSH_9.9', mute: false },
};
export const SILENT: Outcome = { result: 'not-open', door: 'silent', attempts: 3, everOpened: true };
export const NEVER: Outcome = { result: 'not-open', door: 'silent', attempts: 3, everOpened: false };
export const NO_NAME: Outcome = {
  result: 'failed',
  problem: { code: 'name-not-found', params: { host: 'long-host-name.example.org' } },
};

/** One server open, one shut, one without an address. */
export const results = [
  aRun(done(OPENED)),
  aRun(done(SILENT), { profileId: 'mail' }),
  aRun(done(NO_NAME), { profileId: 'long' }),
];

export const PASSPHRASE: VaultView = {
  ...OPEN_VAULT,
  ...{ mode: 'passphrase', state: 'locked', reason: 'passphrase', backend: null },
  choices: ['passphrase', 'readable'],
};
export const LOST_KEYCHAIN: VaultView = { ...OPEN_VAULT, state: 'locked', reason: 'keychain-absent' };
export const UNDECIDED: VaultView = {
  ...OPEN_VAULT,
  ...{ mode: null, backend: null, choices: ['passphrase', 'readable'] },
};

/** A run of the history. */
export function past(id: string, differs: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    ...{ id, profileId: 'web', name: 'Web server', action: 'connect', address: '192.0.2.7', attempts: 1 },
    ...{ startedAt: Date.UTC(2026, 4, 17, 9, 30), outcome: OPENED },
    ...differs,
  };
}
