import { networkInterfaces } from 'node:os';
import type { KeptOpen } from '../../shared/model/app-state.ts';
import { knockedHost } from '../../shared/model/launch.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Result } from '../../shared/result.ts';
import { KeepOpen } from './keep-open.ts';
import { literalFamily } from './literal.ts';
import type { RunManager } from './run-manager.ts';
import type { RunnerDeps } from './runner.ts';
import { sourceAddress } from './source.ts';

export interface KeptDoorsDeps {
  readonly profile: (profileId: string) => Result<Profile>;
  readonly runs: Pick<RunManager, 'runs' | 'outcome'>;
  readonly sourceTowards: RunnerDeps['sourceTowards'];
  readonly onChange: (kept: readonly KeptOpen[]) => void;
}

/** Keeps doors of saved profiles open, each by runs to the address that its last run knocked at. */
export function keepDoorsOpen({ profile, runs, sourceTowards, onChange }: KeptDoorsDeps): KeepOpen {
  /** By profile: a run that has just begun knows no address yet, and one whose name is not found never does. */
  const knocked = new Map<string, string>();
  return new KeepOpen({
    knock: async (profileId) => {
      const found = profile(profileId);
      // An import, or another Toctoc, may have changed the profile: it may not want to be kept open any more.
      return found.ok && found.value.keepOpenMinutes !== null ? runs.outcome(found.value, 'refresh') : null;
    },
    source: async (profileId) => {
      const found = profile(profileId);
      if (!found.ok) return null;
      const address = runs.runs.find((run) => run.profileId === profileId)?.address ?? knocked.get(profileId);
      if (address === undefined) return ownAddresses();
      knocked.set(profileId, address);
      const family = literalFamily(address) === 6 ? 6 : 4;
      try {
        return await sourceTowards({ address, family }, sourceAddress(found.value.source, family));
      } catch {
        // The interface to send from has no address now.
        return null;
      }
    },
    door: (profileId) => {
      const found = profile(profileId);
      return found.ok ? doorOf(found.value) : '';
    },
    onChange,
    date: Date.now,
  });
}

/** What a knock depends on. Of a one-time list only that there is one: each knock uses up a line of it. */
function doorOf(profile: Profile): string {
  const { door, sequence, family, oneTime } = profile;
  return JSON.stringify([knockedHost(profile), door.port, family, oneTime === null ? sequence : null]);
}

/** All that this computer has for others to see, as long as nobody knows which one a server does. */
function ownAddresses(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((infos = []) => infos.filter(({ internal }) => !internal));
  return all.length === 0 ? null : all.map(({ address }) => address).join(' ');
}
