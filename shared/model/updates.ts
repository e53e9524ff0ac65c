import type { Problem } from '../result.ts';
import type { HistoryEntry } from './history.ts';
import type { Settings } from './settings.ts';

/** How this copy came to the computer, which decides who brings a new one. */
export type InstallKind = 'nsis' | 'portable' | 'appimage' | 'mac' | 'deb' | 'rpm' | 'archive' | 'source';

/** The kinds that can replace themselves. The others get new versions from where they came from. */
const SELF_UPDATING: ReadonlySet<InstallKind> = new Set<InstallKind>(['nsis', 'appimage', 'mac']);

/**
 * Whether Toctoc can replace this kind of installation by itself; the others are their package manager's, or the
 * person's.
 */
export function isSelfUpdating(kind: InstallKind): boolean {
  return SELF_UPDATING.has(kind);
}

/** How far it is with a new version. `version` is the offered one, such as `1.2.0`. */
export type UpdateStatus =
  | { readonly phase: 'idle' }
  | { readonly phase: 'checking' }
  | { readonly phase: 'current' }
  | { readonly phase: 'available'; readonly version: string }
  | { readonly phase: 'downloading'; readonly version: string; readonly percent: number }
  /** It is put in place when the app ends. */
  | { readonly phase: 'ready'; readonly version: string }
  /** `version: null`: the check failed, and nothing is known of a new version. */
  | { readonly phase: 'failed'; readonly version: string | null; readonly problem: Problem };

export interface UpdatesState {
  readonly kind: InstallKind;
  readonly status: UpdateStatus;
}

/** What the question hangs on. */
interface Asking {
  readonly settings: Pick<Settings, 'updates'>;
  readonly updates: Pick<UpdatesState, 'kind'>;
  readonly history: readonly Pick<HistoryEntry, 'outcome'>[];
}

/**
 * Whether the person is asked if the app may look for new versions: once, and not before a door has opened, today or on
 * an earlier day. Who has just started it for the first time has better things to do.
 */
export function asksForUpdates({ settings, updates, history }: Asking): boolean {
  const opened = () => history.some(({ outcome }) => outcome.result === 'open');
  return settings.updates === 'unasked' && isSelfUpdating(updates.kind) && opened();
}
