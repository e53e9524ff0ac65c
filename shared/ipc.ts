import { type AboutRequests, aboutTable } from './ipc-about.ts';
import { type SharingRequests, sharingTable } from './ipc-sharing.ts';
import type { AppSlices, AppState, Launcher } from './model/app-state.ts';
import type { DraftFields } from './model/draft.ts';
import type { HostTest } from './model/host-test.ts';
import type { Profile, ProfileChange, ProfileDraft } from './model/profile.ts';
import type { AskedAction } from './model/run.ts';
import type { SettingsChange } from './model/settings.ts';
import type { SshConfigPlan } from './model/ssh-config.ts';
import type { Mark } from './model/timeline.ts';
import type { VaultMode } from './model/vault.ts';
import type { Result } from './result.ts';

/**
 * Everything the page can ask of main. The preload's allow-list, main's handlers and schemas, the page's types and the
 * tests' fake bridge are derived from this list: forgetting one is a type error.
 */
export interface Requests extends SharingRequests, AboutRequests {
  'app:snapshot': () => Snapshot;
  /** The whole profile, sequences included: asked for when the editor opens. */
  'profiles:read': (id: string) => Profile;
  /** Creates (`id: null`) or replaces a profile; answers with its id. */
  'profiles:save': (request: { readonly id: string | null; readonly draft: ProfileDraft }) => string;
  /** Changes parts of several profiles, all or none. */
  'profiles:change': (request: { readonly changes: readonly ProfileChange[] }) => null;
  'profiles:duplicate': (id: string) => string;
  'profiles:delete': (id: string) => null;
  /** Brings a deleted profile back to where it was. */
  'profiles:restore': (id: string) => null;
  /** Puts a profile among those that the tray shows first, or takes it away. */
  'profiles:favourite': (request: { readonly id: string; readonly on: boolean }) => null;
  /** What an editor held and nobody saved, by whose it is; see model/draft.ts. Main keeps it in memory only. */
  'drafts:read': (key: string) => DraftFields | null;
  /** Keeps what an editor holds; `null`: there is nothing to keep any more. */
  'drafts:keep': (draft: { readonly key: string; readonly fields: DraftFields | null }) => null;
  /** Starts a run, or joins the one that is going on for this profile; answers with its id. */
  'runs:start': (request: {
    readonly profileId: string;
    readonly action: AskedAction;
    /** In place of the profile's own, for this run. */
    readonly gapMs?: number;
  }) => string;
  /** Knocks with a profile that is not saved, under the id {@link DRAFT_ID}; launches nothing. */
  'runs:try': (request: { readonly draft: ProfileDraft }) => string;
  /** Runs several servers, a few at a time; each has its own state in the `runs` slice. */
  'runs:start-many': (request: { readonly profileIds: readonly string[]; readonly action: AskedAction }) => null;
  'runs:cancel': (runId: string) => null;
  /** Begins (with a knock at once) or ends keeping a door open, every so many minutes as its profile says. */
  'runs:keep-open': (request: { readonly profileId: string; readonly on: boolean }) => null;
  /** What can be known of a profile's host without knocking; takes seconds, and the server's turn. */
  'host:test': (profileId: string) => HostTest;
  'host:test-cancel': (profileId: string) => null;
  /** Whose newest run the `timeline` slice shows from now on; `null`: nobody's. */
  'runs:watch': (request: { readonly profileId: string | null }) => null;
  /** What happened in a run of the history. */
  'history:marks': (runId: string) => readonly Mark[];
  'history:clear': () => null;
  'notices:dismiss': (id: string) => null;
  'settings:change': (change: SettingsChange) => null;
  /** Start at login, hidden. */
  'autostart:change': (request: { readonly on: boolean }) => null;
  /** The quick pick puts itself away; with a profile to see in the window, where something went wrong. */
  'quick-pick:done': (request: { readonly profileId: string | null }) => null;
  /** The window's page is drawn, and has nothing else to do. */
  'window:drawn': () => null;
  /** The page has gone where main asked it to go. */
  'wanted:done': (request: { readonly serial: number }) => null;
  /** Opens the vault with its passphrase; `null` asks the keychain once more. */
  'vault:unlock': (request: { readonly passphrase: string | null }) => null;
  /** Keeps the secrets another way from now on, or with another passphrase. `current` is asked for where one is in force. */
  'vault:choose': (request: VaultChoice) => null;
  /** Puts a locked data file aside and begins anew. */
  'vault:start-over': () => null;
  /** Starts the app again, for a keychain that was unlocked since: it is not asked a second time. */
  'vault:restart': () => null;
  /** Looks again at which terminals are installed. */
  'launchers:detect': () => readonly Launcher[];
  /** What "Use with ssh" would write for a profile, or has written; `alias: null` asks for a suggestion. */
  'ssh-config:look': (request: { readonly profileId: string; readonly alias: string | null }) => SshConfigPlan;
  'ssh-config:add': (request: { readonly profileId: string; readonly alias: string }) => null;
  'ssh-config:remove': (profileId: string) => null;
  /** The system's file dialog; `null` when it was closed without a choice. */
  'dialogs:identity-file': () => string | null;
  /** Asks where to, and writes a text file there that only this user can read; answers with its path, or `null`. */
  'dialogs:save-text': (file: { readonly name: string; readonly text: string }) => string | null;
  /** Shows the data folder in the system's file manager. */
  'data-folder:open': () => null;
  /** Looks for a new version now; refused unless the settings allow it. */
  'updates:check': () => null;
  /** Fetches the version that was found; the `updates` slice tells how far it is. */
  'updates:download': () => null;
  /** Ends the app, and starts the version that was fetched. */
  'updates:install': () => null;
  /** Opens the page with all versions in the person's browser. */
  'updates:page': () => null;
  'clipboard:write': (request: { readonly text: string }) => null;
}

/** How secrets are to be kept: `passphrase` is the new one, `current` the one in force; `null` where there is none. */
export interface VaultChoice {
  readonly mode: VaultMode;
  readonly passphrase: string | null;
  readonly current: string | null;
}

/** The state as it travels; see profiles-text.ts. */
export type Snapshot = Omit<AppState, 'profiles'> & { readonly profiles: string };

/** One push per slice: the whole slice and the revision it belongs to. */
export type Pushes = { readonly [S in keyof AppSlices as `state:${S}`]: Versioned<Snapshot[S]> };

/** A value, and the revision of the state that it belongs to: an older one than is there is left out. */
export interface Versioned<T> {
  readonly revision: number;
  readonly value: T;
}

export type Channel = keyof Requests;
export type PushChannel = keyof Pushes;

/** Channel names as values. A missing or misspelt one is a type error, by the `Record` types. */
const requestTable: Record<Channel, true> = {
  ...sharingTable,
  ...aboutTable,
  'app:snapshot': true,
  'profiles:read': true,
  'profiles:save': true,
  'profiles:change': true,
  'profiles:duplicate': true,
  'profiles:delete': true,
  'profiles:restore': true,
  'profiles:favourite': true,
  'drafts:read': true,
  'drafts:keep': true,
  'runs:start': true,
  'runs:try': true,
  'runs:start-many': true,
  'runs:cancel': true,
  'runs:keep-open': true,
  'host:test': true,
  'host:test-cancel': true,
  'runs:watch': true,
  'history:marks': true,
  'history:clear': true,
  'notices:dismiss': true,
  'settings:change': true,
  'autostart:change': true,
  'quick-pick:done': true,
  'window:drawn': true,
  'wanted:done': true,
  'vault:unlock': true,
  'vault:choose': true,
  'vault:start-over': true,
  'vault:restart': true,
  'launchers:detect': true,
  'ssh-config:look': true,
  'ssh-config:add': true,
  'ssh-config:remove': true,
  'dialogs:identity-file': true,
  'dialogs:save-text': true,
  'data-folder:open': true,
  'updates:check': true,
  'updates:download': true,
  'updates:install': true,
  'updates:page': true,
  'clipboard:write': true,
};
const pushTable: Record<PushChannel, true> = {
  'state:profiles': true,
  'state:drafts': true,
  'state:runs': true,
  'state:notices': true,
  'state:launchers': true,
  'state:practice': true,
  'state:keptOpen': true,
  'state:settings': true,
  'state:wanted': true,
  'state:timeline': true,
  'state:history': true,
  'state:vault': true,
  'state:desktop': true,
  'state:accent': true,
  'state:updates': true,
  'state:importing': true,
};

export const CHANNELS = Object.keys(requestTable) as readonly Channel[];
export const PUSH_CHANNELS = Object.keys(pushTable) as readonly PushChannel[];

/** What the preload puts on `window.toctoc`. */
export interface Bridge {
  invoke<C extends Channel>(channel: C, ...args: Parameters<Requests[C]>): Promise<Result<ReturnType<Requests[C]>>>;
  /** Calls `listener` for every push; returns how to stop. */
  on<P extends PushChannel>(channel: P, listener: (message: Pushes[P]) => void): () => void;
  /** Where a dropped `File` lies; empty for what is none on this computer. The system says so, not the page. */
  pathOf(file: object): string;
}
