import type { AppState, Launcher } from '../../shared/model/app-state.ts';
import { profilesText } from '../../shared/profiles-text.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { RunHistory } from '../history/history.ts';
import type { HostTests } from '../knock/host-tests.ts';
import type { KeepOpen } from '../knock/keep-open.ts';
import type { RunManager } from '../knock/run-manager.ts';
import type { SshConfig } from '../launch/ssh-config/ssh-config.ts';
import type { Drafts } from '../profiles/drafts.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { VaultDoor } from '../profiles/profiles.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { About } from '../system/about.ts';
import type { Updates } from '../updates/updates.ts';
import type { Handlers } from './answer.ts';
import { createRunHandlers } from './run-handlers.ts';
import { createSharingHandlers, type SharingDeps } from './sharing-handlers.ts';

/** What the requests reach, each by its narrowest slice. */
export interface HandlerDeps {
  readonly sharing: SharingDeps;
  readonly snapshot: () => AppState;
  readonly profiles: Pick<
    ProfileStore,
    'get' | 'save' | 'duplicate' | 'delete' | 'restore' | 'setFavourite' | 'change'
  >;
  readonly drafts: Pick<Drafts, 'read' | 'keep'>;
  readonly vault: Pick<VaultDoor, 'settled' | 'unlock' | 'choose' | 'startOver'>;
  readonly runs: Pick<RunManager, 'startInTurn' | 'cancel' | 'forget'>;
  readonly hostTests: Pick<HostTests, 'start' | 'cancel'>;
  readonly keepOpen: Pick<KeepOpen, 'start' | 'change' | 'stop'>;
  readonly history: RunHistory;
  readonly settings: Pick<SettingsStore, 'change'>;
  readonly report: (error: unknown) => void;
  readonly desktop: {
    readonly windowDrawn: () => void;
    readonly wantedDone: (serial: number) => void;
    readonly quickPickDone: (profileId: string | null) => void;
    readonly changeAutostart: (on: boolean) => Result<null>;
  };
  readonly dismissNotice: (id: string) => void;
  readonly detectLaunchers: () => Promise<readonly Launcher[]>;
  readonly sshConfig: Pick<SshConfig, 'look' | 'add' | 'remove' | 'refresh' | 'forget' | 'bringBack'>;
  readonly pickIdentityFile: () => Promise<string | null>;
  readonly saveText: (file: { readonly name: string; readonly text: string }) => Promise<Result<string | null>>;
  readonly openDataFolder: () => Promise<Result<null>>;
  readonly updates: Pick<Updates, 'check' | 'download' | 'install'>;
  readonly openDownloads: () => Promise<Result<null>>;
  readonly about: About;
  readonly copy: (text: string) => void;
  /** Ends the app and starts it again. */
  readonly restart: () => void;
  /** The name of a copy, in the person's language. */
  readonly copyName: (original: string) => string;
}

/** One entry per channel: parsed arguments in, a result out. */
export function createHandlers(deps: HandlerDeps): Handlers {
  const { profiles, runs, vault } = deps;
  /** Waits for a vault that is just being opened: its secrets come in a moment, or it is locked. */
  const inTime =
    <A extends readonly unknown[], R>(handle: (...args: A) => R | Promise<R>) =>
    async (...args: A): Promise<R> => {
      await vault.settled();
      return handle(...args);
    };
  return {
    ...createSharingHandlers(deps.sharing),
    ...createRunHandlers(deps),
    'app:snapshot': () => {
      const state = deps.snapshot();
      return ok({ ...state, profiles: profilesText(state.profiles) });
    },
    'profiles:read': inTime((id) => profiles.get(id)),
    'profiles:save': inTime(({ id, draft }) => {
      const saved = profiles.save(id, draft);
      if (!saved.ok) return saved;
      deps.keepOpen.change(saved.value, draft.keepOpenMinutes);
      const profile = profiles.get(saved.value);
      if (profile.ok) deps.sshConfig.refresh(profile.value).catch(deps.report);
      return saved;
    }),
    'profiles:change': inTime(({ changes }) => profiles.change(changes)),
    'profiles:duplicate': inTime((id) => profiles.duplicate(id, deps.copyName)),
    'profiles:delete': inTime((id) => {
      const deleted = profiles.delete(id);
      if (deleted.ok) {
        deps.keepOpen.stop(id);
        runs.forget(id);
        deps.hostTests.cancel(id);
        deps.sshConfig.forget(id).catch(deps.report);
      }
      return deleted;
    }),
    'profiles:restore': inTime((id) => {
      const restored = profiles.restore(id);
      const profile = profiles.get(id);
      if (restored.ok && profile.ok) deps.sshConfig.bringBack(profile.value).catch(deps.report);
      return restored;
    }),
    'profiles:favourite': inTime(({ id, on }) => profiles.setFavourite(id, on)),
    'drafts:read': (key) => ok(deps.drafts.read(key)),
    'drafts:keep': ({ key, fields }) => {
      deps.drafts.keep(key, fields);
      return ok(null);
    },
    'runs:watch': ({ profileId }) => {
      deps.history.recorder.watch(profileId);
      return ok(null);
    },
    'history:marks': (id) => deps.history.store.marks(id),
    'history:clear': () => deps.history.store.clear(),
    'notices:dismiss': (id) => {
      deps.dismissNotice(id);
      return ok(null);
    },
    'settings:change': (change) => deps.settings.change(change),
    'autostart:change': ({ on }) => deps.desktop.changeAutostart(on),
    'quick-pick:done': ({ profileId }) => {
      deps.desktop.quickPickDone(profileId);
      return ok(null);
    },
    'window:drawn': () => {
      deps.desktop.windowDrawn();
      return ok(null);
    },
    'wanted:done': ({ serial }) => {
      deps.desktop.wantedDone(serial);
      return ok(null);
    },
    'vault:unlock': ({ passphrase }) => vault.unlock(passphrase),
    'vault:choose': (choice) => vault.choose(choice),
    'vault:start-over': () => vault.startOver(),
    'vault:restart': () => {
      deps.restart();
      return ok(null);
    },
    'launchers:detect': async () => ok(await deps.detectLaunchers()),
    'ssh-config:look': inTime(({ profileId, alias }) => {
      const profile = profiles.get(profileId);
      return profile.ok ? deps.sshConfig.look(profile.value, alias) : profile;
    }),
    'ssh-config:add': inTime(({ profileId, alias }) => {
      const profile = profiles.get(profileId);
      return profile.ok ? deps.sshConfig.add(profile.value, alias) : profile;
    }),
    'ssh-config:remove': (id) => deps.sshConfig.remove(id),
    'dialogs:identity-file': async () => ok(await deps.pickIdentityFile()),
    'dialogs:save-text': (file) => deps.saveText(file),
    'data-folder:open': () => deps.openDataFolder(),
    'updates:check': () => deps.updates.check(),
    'updates:download': () => deps.updates.download(),
    'updates:install': () => deps.updates.install(),
    'updates:page': () => deps.openDownloads(),
    'about:facts': () => ok(deps.about.facts()),
    'about:licences': () => deps.about.licences(),
    'about:open': (file) => deps.about.open(file),
    'clipboard:write': ({ text }) => {
      deps.copy(text);
      return ok(null);
    },
  };
}
