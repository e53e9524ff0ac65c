import { randomUUID } from 'node:crypto';
import type { RunState } from '../shared/model/run.ts';
import type { Settings } from '../shared/model/settings.ts';
import type { StateHub } from './ipc/state-hub.ts';
import { HostTests } from './knock/host-tests.ts';
import type { KeepOpen } from './knock/keep-open.ts';
import { keepDoorsOpen } from './knock/kept-doors.ts';
import { fromList } from './knock/one-time.ts';
import type { RunEvent } from './knock/request.ts';
import { RunManager, type RunManagerDeps } from './knock/run-manager.ts';
import { type RunnerDeps, runClose, runOpen } from './knock/runner.ts';
import { withTerminal } from './launch/with-terminal.ts';
import type { PracticeServer } from './practice/practice-server.ts';
import { prepare } from './practice/prepare.ts';
import type { ProfileStore } from './profiles/profile-store.ts';
import { aroundSleep } from './system/sleep.ts';

/** What runs need of the rest of the app. */
export interface AppRunsDeps {
  readonly engine: RunnerDeps;
  readonly profiles: Pick<ProfileStore, 'get' | 'movePractice' | 'noteDoorSeen'>;
  readonly practice: PracticeServer;
  /** Starts what a profile wants, at the literal address that was knocked. */
  readonly launch: RunManagerDeps['launch'];
  readonly settings: () => Settings;
  readonly hub: Pick<StateHub, 'set'>;
  /** Hears every event of every run; these name ports. */
  readonly onEvent: (run: RunState, event: RunEvent) => void;
}

/** Whatever knocks in the app. */
export interface AppRuns {
  readonly runs: RunManager;
  readonly keepOpen: KeepOpen;
  readonly hostTests: HostTests;
  /** Ends all of it, and resolves when nothing is sent any more. */
  readonly dispose: () => Promise<void>;
}

/**
 * The part of the composition root that knocks: runs of saved profiles, doors that are kept open, tests of a host; and what
 * becomes of them when the computer sleeps.
 */
export function createAppRuns({ engine, profiles, practice, launch, settings, hub, onEvent }: AppRunsDeps): AppRuns {
  const knockOpen = fromList((request, signal, emit) => runOpen(request, engine, signal, emit));
  const runs = new RunManager({
    open: (request, ...rest) => knockOpen({ ...request, retries: settings().retries }, ...rest),
    close: (request, signal, emit) => runClose(request, engine, signal, emit),
    launch: (profile, address) => launch(withTerminal(profile, settings()), address),
    prepare: (profile) => prepare(profile, practice, profiles),
    onOpened: (profile, usedLine) => profiles.noteDoorSeen(profile, Date.now(), usedLine),
    onChange: (all) => hub.set('runs', all),
    onEvent,
    // Who closes a door does not want it kept open.
    onClose: (profileId) => keepOpen.stop(profileId),
    newId: randomUUID,
    date: Date.now,
  });
  const hostTests = new HostTests(engine);
  const keepOpen = keepDoorsOpen({
    profile: (id) => profiles.get(id),
    runs,
    sourceTowards: engine.sourceTowards,
    onChange: (kept) => hub.set('keptOpen', kept),
  });
  const forgetSleep = aroundSleep({
    before: () => {
      keepOpen.pause();
      return runs.interrupt();
    },
    after: (interrupted) => {
      for (const { profileId, action } of interrupted) {
        const profile = profiles.get(profileId);
        // A door that is kept open is knocked on by who keeps it.
        if (profile.ok && action !== 'refresh') runs.start(profile.value, action);
      }
      keepOpen.resume();
    },
  });
  return {
    runs,
    keepOpen,
    hostTests,
    dispose: async () => {
      forgetSleep();
      keepOpen.dispose();
      await Promise.all([runs.dispose(), hostTests.dispose()]);
    },
  };
}
