import { DRAFT_ID } from '../../shared/model/profile.ts';
import { fail, ok } from '../../shared/result.ts';
import type { HostTests } from '../knock/host-tests.ts';
import type { KeepOpen } from '../knock/keep-open.ts';
import type { RunManager } from '../knock/run-manager.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { Handlers } from './answer.ts';

/** What the requests about runs reach. */
export interface RunHandlerDeps {
  readonly profiles: Pick<ProfileStore, 'get'>;
  readonly vault: { readonly settled: () => Promise<void> };
  readonly runs: Pick<RunManager, 'startInTurn' | 'cancel'>;
  readonly hostTests: Pick<HostTests, 'start' | 'cancel'>;
  readonly keepOpen: Pick<KeepOpen, 'start' | 'stop'>;
  readonly report: (error: unknown) => void;
}

type RunHandlers = Pick<
  Handlers,
  'runs:start' | 'runs:try' | 'runs:start-many' | 'runs:keep-open' | 'runs:cancel' | 'host:test' | 'host:test-cancel'
>;

/** One entry per channel about runs; see `handlers.ts`. A vault that is just being opened is waited for. */
export function createRunHandlers({ profiles, vault, runs, hostTests, keepOpen, report }: RunHandlerDeps): RunHandlers {
  return {
    'runs:start': async ({ profileId, action, gapMs }) => {
      await vault.settled();
      const profile = profiles.get(profileId);
      if (!profile.ok) return profile;
      return runs.startInTurn(gapMs === undefined ? profile.value : { ...profile.value, gapMs }, action);
    },
    'runs:try': ({ draft }) => runs.startInTurn({ ...draft, id: DRAFT_ID, doorSeenAt: null }, 'knock'),
    'runs:start-many': async ({ profileIds, action }) => {
      await vault.settled();
      const found = [...new Set(profileIds)].map((id) => profiles.get(id));
      // One that cannot run (deleted meanwhile, nothing to close) does not keep the others from running.
      for (const one of found) if (one.ok) runs.startInTurn(one.value, action).catch(report);
      const locked = found.find((one) => !one.ok && one.problems[0].code === 'vault-locked');
      return locked === undefined || locked.ok ? ok(null) : locked;
    },
    'runs:keep-open': async ({ profileId, on }) => {
      await vault.settled();
      const profile = profiles.get(profileId);
      if (!profile.ok) return profile;
      if (!on) keepOpen.stop(profileId);
      else if (profile.value.keepOpenMinutes === null) return fail({ code: 'keep-open-missing' });
      else keepOpen.start(profileId, profile.value.keepOpenMinutes);
      return ok(null);
    },
    'host:test': async (profileId) => {
      await vault.settled();
      const profile = profiles.get(profileId);
      return profile.ok ? ok(await hostTests.start(profile.value)) : profile;
    },
    'host:test-cancel': (profileId) => {
      hostTests.cancel(profileId);
      return ok(null);
    },
    'runs:cancel': (runId) => {
      runs.cancel(runId);
      return ok(null);
    },
  };
}
