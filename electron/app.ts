import { randomUUID } from 'node:crypto';
import { app, clipboard } from 'electron';
import { spokenLanguage } from '../shared/model/settings.ts';
import { languages } from '../shared/text/languages.ts';
import { fill } from '../shared/text/sentence.ts';
import { createAppRuns } from './app-runs.ts';
import { createHistory } from './history/history.ts';
import { type Answer, createAnswer } from './ipc/answer.ts';
import { createHandlers } from './ipc/handlers.ts';
import { createPush } from './ipc/push.ts';
import { StateHub } from './ipc/state-hub.ts';
import { createEngine } from './knock/shared-engine.ts';
import { createLauncher } from './launch/launcher.ts';
import { namePractice } from './practice/practice-name.ts';
import { practiceProfile } from './practice/practice-profile.ts';
import { PracticeServer } from './practice/practice-server.ts';
import { Drafts } from './profiles/drafts.ts';
import { createProfiles } from './profiles/profiles.ts';
import { createSharing } from './profiles/sharing.ts';
import { createServe } from './remote/serve.ts';
import { RemoteServer } from './remote/server.ts';
import { openDownloads, openFolder, openLink } from './security/links.ts';
import { SettingsStore } from './settings/settings-store.ts';
import { createAbout } from './system/about.ts';
import { systemKeychain } from './system/cipher.ts';
import { goOnAfterErrors } from './system/crash.ts';
import { JsonDataFile } from './system/data-file.ts';
import { pickExportFile, pickIdentityFile, pickImportFiles, pickImportFolder, saveText } from './system/dialogs.ts';
import { currentLanguage, currentPlatform } from './system/environment.ts';
import type { LaunchRequest } from './system/launch-request.ts';
import { note, openLog, reportError } from './system/log.ts';
import { logLevel } from './system/log-level.ts';
import { restart } from './system/restart.ts';
import { createSshConfig } from './system/ssh-config-here.ts';
import { accentColour, applyTheme, followAccent } from './system/theme.ts';
import { createUpdates } from './system/updates.ts';
import { Desktop, UNKNOWN_DESKTOP } from './window/desktop.ts';
import type { OpenedWindow } from './window/open-window.ts';

/** The app behind its windows, as the entry sees it. */
export interface ToctocApp {
  /** Answers what a page asks. */
  readonly answer: Answer;
  /** Does what a start of the app asks for, its first or a further one. */
  readonly arrive: (request: LaunchRequest) => void;
  /** Whether the app is on the person's desktop, or somebody at a terminal waits. */
  readonly isNeeded: () => boolean;
  /** Ends the runs, frees the ports; `again`: is the app wanted anew? Resolves with whether an update starts it. */
  readonly dispose: (again: () => boolean) => Promise<boolean>;
}

/**
 * The composition root: makes every part once and hands it what it needs. Call it after `ready`. There is no window, and
 * no process for one, until a request asks for it.
 *
 * @param out absolute path of the built app
 * @param first the window of a start that asks for one; it is loading already
 */
export function createApp(out: string, first: OpenedWindow | null): ToctocApp {
  const language = currentLanguage();
  const dataFolder = app.getPath('userData');

  openLog(dataFolder, logLevel(process.argv));
  note(
    'info',
    `Toctoc ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`,
  );
  const settings = new SettingsStore(new JsonDataFile(dataFolder, 'settings'), (changed) => {
    applyTheme(changed.theme);
    history.store.trim();
    hub.set('settings', changed);
    namePractice(profiles, text().app.practiceName);
    updates.settingsChanged();
  });
  applyTheme(settings.settings.theme);
  const text = () => languages[spokenLanguage(settings.settings, language)];

  const {
    store: profiles,
    vault,
    notices,
  } = createProfiles({
    data: new JsonDataFile(dataFolder, 'profiles'),
    keychain: systemKeychain(),
    passphraseOnly: process.env['PORTABLE_EXECUTABLE_DIR'] !== undefined,
    seed: [practiceProfile(text().app.practiceName)],
    newId: randomUUID,
    onProfiles: (all) => hub.set('profiles', all),
    onVault: (view) => {
      hub.set('vault', view);
      // The system may speak another language than at the last start; nothing could be written while it was locked.
      if (view.state === 'open') namePractice(profiles, text().app.practiceName);
    },
    onNotice: (notice) => hub.tell(notice),
  });

  const history = createHistory({
    file: new JsonDataFile(dataFolder, 'history'),
    limit: () => settings.settings.historyLength,
    onChange: (entries) => hub.set('history', entries),
    onTimeline: (timeline) => hub.set('timeline', timeline),
    nameOf: (id) => hub.get('profiles').find((profile) => profile.id === id)?.name ?? null,
    now: () => engine.clock.now(),
    report: reportError,
  });
  const { updates, notice: updateNotice } = createUpdates(
    dataFolder,
    () => settings.settings.updates,
    (state) => hub.set('updates', state),
  );
  const push = createPush(() => desktop.pages);
  const hub = new StateHub(
    {
      profiles: profiles.summaries,
      drafts: [],
      runs: [],
      notices: [...notices, settings.notice, history.store.notice, updateNotice].filter((notice) => notice !== null),
      launchers: null,
      practice: null,
      keptOpen: [],
      settings: settings.settings,
      timeline: null,
      history: history.store.entries,
      wanted: null,
      vault: vault.view,
      desktop: UNKNOWN_DESKTOP,
      accent: accentColour(),
      updates: updates.state,
      importing: null,
    },
    (slice, message) => {
      push(slice, message);
      desktop.changed(slice);
    },
  );

  followAccent((accent) => hub.set('accent', accent));
  const drafts = new Drafts((keys) => hub.set('drafts', keys));
  const forgetErrors = goOnAfterErrors(dataFolder, () => history.store.flush(), hub.tell);
  const practice = new PracticeServer((state) => hub.set('practice', state));
  const launcher = createLauncher({ openLink });
  const engine = createEngine();
  const { runs, keepOpen, hostTests, ...knocking } = createAppRuns({
    engine,
    profiles,
    practice,
    launch: (profile, { address }) => launcher.launch(profile, address),
    settings: () => settings.settings,
    hub,
    onEvent: (run, event) => {
      note('debug', `run: ${event.type}`);
      history.recorder.hear(run, event);
    },
  });
  const detectLaunchers = async () => {
    const found = await launcher.detect();
    hub.set('launchers', found);
    return found;
  };

  const sharing = createSharing({
    profiles: () => profiles.all(),
    existing: () => profiles.allInSteps(),
    saveMany: (changes) => profiles.saveMany(changes),
    revert: (saved) => profiles.revert(saved),
    newId: randomUUID,
  });
  const terminalRuns = new Set<string>();
  const desktop = new Desktop({
    out,
    first,
    dataFolder,
    hub,
    text,
    settings,
    run: (profileId, action) => {
      const start = async () => {
        const profile = profiles.get(profileId);
        if (profile.ok) await runs.startInTurn(profile.value, action);
        // Sealed: the window asks for what opens it.
        else desktop.show(null);
      };
      vault.settled().then(start).catch(reportError);
    },
    cancel: (runId) => runs.cancel(runId),
    unsaved: {
      any: () => drafts.any(hub.get('profiles').map(({ id }) => id)),
      forget: () => drafts.forgetAll(),
    },
    isForTerminal: (runId) => terminalRuns.delete(runId),
    isBusy: () => remote.clients > 0,
    onWindow: () => void detectLaunchers().catch(reportError),
    report: reportError,
  });

  const answer = createAnswer({
    pages: () => desktop.pages,
    report: reportError,
    handlers: createHandlers({
      snapshot: () => ({
        ...hub.snapshot,
        platform: currentPlatform(),
        language,
        version: app.getVersion(),
        dataFolder,
      }),
      profiles,
      drafts,
      vault,
      runs,
      hostTests,
      keepOpen,
      history,
      settings,
      report: reportError,
      desktop,
      dismissNotice: hub.dismiss,
      detectLaunchers,
      sshConfig: createSshConfig(dataFolder),
      pickIdentityFile,
      openDataFolder: () => openFolder(dataFolder),
      restart,
      sharing: {
        sharing,
        ready: vault.settled,
        pickImportFiles,
        pickImportFolder,
        onProgress: (progress) => hub.set('importing', progress),
        readClipboard: async () => clipboard.readText(),
        pickExportFile,
      },
      updates,
      openDownloads,
      about: createAbout({ out, dataFolder, open: openFolder }),
      saveText,
      copy: (text) => clipboard.writeText(text),
      copyName: (original) => fill(text().app.copyName, { name: original }),
    }),
  });

  vault.open().catch(reportError);
  const remote = new RemoteServer({
    serve: createServe({
      list: () => hub.get('profiles'),
      ready: vault.settled,
      read: (id) => profiles.get(id),
      runs,
      sharing,
      onStart: (runId) => terminalRuns.add(runId),
    }),
    report: reportError,
  });
  remote.listen(dataFolder).catch(reportError);

  return {
    answer,
    arrive: (request) => desktop.arrive(request),
    isNeeded: () => desktop.settled || remote.clients > 0,
    dispose: async (again) => {
      desktop.dispose();
      await remote.close();
      await knocking.dispose();
      history.store.flush();
      await practice.stop();
      forgetErrors();
      return updates.finish(again());
    },
  };
}
