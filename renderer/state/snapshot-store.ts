import { type Bridge, PUSH_CHANNELS, type PushChannel, type Pushes } from '../../shared/ipc.ts';
import type { AppSlices, AppState } from '../../shared/model/app-state.ts';
import { profilesOf } from '../../shared/profiles-text.ts';
import type { Result } from '../../shared/result.ts';

/** Main's state as the page knows it; `null` until the first snapshot has arrived. */
export interface SnapshotStore {
  readonly get: () => AppState | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Listens to the pushes, then asks for the snapshot. */
  readonly start: () => Promise<Result<null>>;
}

/** Which part of the state a push replaces. A forgotten channel is a type error. */
const patches: { readonly [P in PushChannel]: (value: Pushes[P]['value']) => Partial<AppSlices> } = {
  'state:profiles': (text) => ({ profiles: profilesOf(text) }),
  'state:drafts': (drafts) => ({ drafts }),
  'state:runs': (runs) => ({ runs }),
  'state:notices': (notices) => ({ notices }),
  'state:launchers': (launchers) => ({ launchers }),
  'state:practice': (practice) => ({ practice }),
  'state:keptOpen': (keptOpen) => ({ keptOpen }),
  'state:settings': (settings) => ({ settings }),
  'state:wanted': (wanted) => ({ wanted }),
  'state:timeline': (timeline) => ({ timeline }),
  'state:history': (history) => ({ history }),
  'state:vault': (vault) => ({ vault }),
  'state:desktop': (desktop) => ({ desktop }),
  'state:accent': (accent) => ({ accent }),
  'state:updates': (updates) => ({ updates }),
  'state:importing': (importing) => ({ importing }),
};

interface Patch {
  readonly revision: number;
  readonly slices: Partial<AppSlices>;
}

/**
 * Slices travel whole, with a revision: the newest of each channel wins, whatever the order of arrival, and those that
 * come before the snapshot are kept and laid over it.
 */
export function createSnapshotStore(bridge: Bridge): SnapshotStore {
  let state: AppState | null = null;
  const newest = new Map<PushChannel, Patch>();
  const listeners = new Set<() => void>();

  function replace(next: AppState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function receive(channel: PushChannel, patch: Patch): void {
    if (patch.revision <= (newest.get(channel)?.revision ?? 0)) return;
    newest.set(channel, patch);
    if (state !== null) replace({ ...state, ...patch.slices, revision: Math.max(state.revision, patch.revision) });
  }

  function listen<P extends PushChannel>(channel: P): void {
    bridge.on(channel, ({ revision, value }) => receive(channel, { revision, slices: patches[channel](value) }));
  }

  function adopt(snapshot: AppState): void {
    let next = snapshot;
    for (const channel of PUSH_CHANNELS) {
      const patch = newest.get(channel);
      if (patch === undefined || patch.revision <= snapshot.revision) {
        newest.set(channel, { revision: snapshot.revision, slices: {} });
      } else {
        next = { ...next, ...patch.slices, revision: Math.max(next.revision, patch.revision) };
      }
    }
    replace(next);
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      for (const channel of PUSH_CHANNELS) listen(channel);
      const answer = await bridge.invoke('app:snapshot');
      if (!answer.ok) return answer;
      adopt({ ...answer.value, profiles: profilesOf(answer.value.profiles) });
      return { ok: true, value: null };
    },
  };
}
