import type { ImportProgress } from '../formats/steps.ts';
import type { Problem } from '../result.ts';
import type { LanguageCode } from '../text/languages.ts';
import type { HistoryEntry } from './history.ts';
import type { LaunchTarget } from './launch.ts';
import type { ProfileSummary } from './profile.ts';
import type { RunState } from './run.ts';
import type { Settings } from './settings.ts';
import type { Timeline } from './timeline.ts';
import type { UpdatesState } from './updates.ts';
import type { VaultView } from './vault.ts';

/** Something the person should know and can put away, such as a file that was set aside. */
export interface Notice {
  readonly id: string;
  readonly problem: Problem;
}

/** A client that is installed here. For ssh it is a terminal, and `id` a profile's `launch.terminal`. */
export interface Launcher {
  readonly client: LaunchTarget['client'];
  readonly id: string;
  readonly name: string;
}

/** What the practice server last saw, in words the page can translate. */
export interface PracticeState {
  readonly doorOpen: boolean;
  /** ms since 1970 when the open door shuts by itself; `null` while shut. */
  readonly shutsAtMs: number | null;
  readonly verdict: PracticeVerdict | null;
}

/** Why the practice door is as it is after the newest knock. */
export type PracticeVerdict =
  | { readonly kind: 'step'; readonly stage: number; readonly of: number }
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  /** By itself, after its time. */
  | { readonly kind: 'shut' }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'out-of-order' }
  | { readonly kind: 'timed-out' };

/** A door that is being kept open: when it is knocked on again (ms since 1970). */
export interface KeptOpen {
  readonly profileId: string;
  readonly nextAtMs: number;
}

/** Where main asks the page to go: after a click in the tray, in a menu or on a notification, or for a link. */
export type Wanted = { readonly serial: number } & (
  | {
      readonly kind: 'profile';
      readonly profileId: string;
      /** A link asked for it: the page says that nothing was sent, and what would. */
      readonly byLink: boolean;
    }
  | { readonly kind: 'settings' | 'about' | 'help' }
);

/** What the system lets the app do outside of its windows. */
export interface DesktopState {
  /** Whether the app starts at login, as the system has it; `problem`: why that cannot be switched on here. */
  readonly autostart: { readonly on: boolean; readonly problem: Problem | null };
  /** Why the quick pick's shortcut does not work, or only in places; `null`: it does, or there is none. */
  readonly shortcutProblem: Problem | null;
}

/** The parts of the state that change while the app runs; each travels whole. */
export interface AppSlices {
  readonly profiles: readonly ProfileSummary[];
  /** Whose editors hold unsaved changes; see draft.ts. */
  readonly drafts: readonly string[];
  readonly runs: readonly RunState[];
  readonly notices: readonly Notice[];
  /** `null`: not looked for yet, so that nothing can be said to be missing. */
  readonly launchers: readonly Launcher[] | null;
  readonly practice: PracticeState | null;
  readonly keptOpen: readonly KeptOpen[];
  readonly settings: Settings;
  /** `null`: nowhere; the page stays where it is. */
  readonly wanted: Wanted | null;
  /** What happens in the run that the page looks at; see `runs:watch`. */
  readonly timeline: Timeline | null;
  /** The newest first. */
  readonly history: readonly HistoryEntry[];
  readonly vault: VaultView;
  readonly desktop: DesktopState;
  /** The system's accent colour, `#rrggbb`; `null`: it names none. */
  readonly accent: string | null;
  readonly updates: UpdatesState;
  /** How far the window's import is; `null`: there is none, or it takes no time. */
  readonly importing: ImportProgress | null;
}

/** What the page asks for once; pushes then replace slices. `revision` grows by one with every push. */
export interface AppState extends AppSlices {
  readonly revision: number;
  readonly platform: 'windows' | 'macos' | 'linux';
  /** The system's; the settings may say otherwise. */
  readonly language: LanguageCode;
  readonly version: string;
  readonly dataFolder: string;
}
