import { join } from 'node:path';
import { app } from 'electron';
import type { AppSlices, DesktopState, Wanted } from '../../shared/model/app-state.ts';
import type { ProfileSummary } from '../../shared/model/profile.ts';
import { isOver, type RunState } from '../../shared/model/run.ts';
import { assertNever, type ProblemCode, type Result } from '../../shared/result.ts';
import type { TrustedPage } from '../ipc/trusted-page.ts';
import { quitWhenIdle } from '../remote/idle.ts';
import { Autostart } from '../system/autostart.ts';
import { DesktopMemory } from '../system/desktop-memory.ts';
import { applyJumpList } from '../system/jump-list.ts';
import type { LaunchRequest, ScreenRequest } from '../system/launch-request.ts';
import { registerLinks } from '../system/link-scheme.ts';
import { startedAtLogin } from '../system/login.ts';
import { notificationText } from '../system/notification-text.ts';
import { Notifications } from '../system/notifications.ts';
import { RepeatedFailures } from '../system/repeated-failures.ts';
import { restart } from '../system/restart.ts';
import { isOffScreen } from '../system/screen.ts';
import { GlobalShortcut } from '../system/shortcut.ts';
import type { DesktopDeps } from './desktop-deps.ts';
import { AppTray } from './tray.ts';
import { iconView, OUTCOME_MS } from './tray-icon.ts';
import { type TrayAction, trayMenu } from './tray-menu.ts';
import { Windows } from './windows.ts';

type WithoutSerial<W> = W extends unknown ? Omit<W, 'serial'> : never;
/** Where the page is asked to go. */
type Destination = WithoutSerial<Wanted>;

/** Before anybody has asked the system. */
export const UNKNOWN_DESKTOP: DesktopState = { autostart: { on: false, problem: null }, shortcutProblem: null };

/** The app on the person's desktop: windows, tray, and what starts of the app ask for. Drawn from one state. */
export class Desktop {
  readonly #deps: DesktopDeps;
  readonly #memory: DesktopMemory;
  readonly #windows: Windows;
  readonly #autostart = new Autostart();
  readonly #notifications = new Notifications();
  readonly #failures = new RepeatedFailures();
  readonly #shortcut = new GlobalShortcut(
    () => this.#windows.quickPick.toggle(null),
    process.env['XDG_SESSION_TYPE'] === 'wayland' ? this.#autostart.quickPickCommand : null,
  );
  #tray: AppTray | null = null;
  #runs: readonly RunState[] = [];
  #justEnded: RunState | null = null;
  #forgetEnd: NodeJS.Timeout | undefined;
  #serial = 0;
  #over = false;

  constructor(deps: DesktopDeps) {
    this.#deps = deps;
    this.#memory = new DesktopMemory(deps.dataFolder);
    this.#windows = new Windows({
      ...deps,
      memory: this.#memory,
      onDrawn: () => {
        if (this.#over) return;
        this.#settle();
        this.#lookAtSystem();
        deps.onWindow();
      },
      onMenu: (place) => this.show({ kind: place }),
      onCrash: () => deps.hub.tell({ id: 'page-crashed', problem: { code: 'page-crashed' } }),
      onLeave: () => this.#leave(),
    });
  }

  /** Whom to send to, and whom to believe. */
  get pages(): readonly TrustedPage[] {
    return this.#windows.pages;
  }

  /** Whether the app is the person's: it is in the tray, and ends when it is told to. */
  get settled(): boolean {
    return this.#tray !== null;
  }

  /** Does what a start of the app asks for, its first or a further one. */
  arrive(request: LaunchRequest): void {
    if (request.kind === 'stay-hidden') return;
    if (isOffScreen()) restart(request);
    else if (this.#tray === null && request.kind === 'show' && startedAtLogin()) this.#settle();
    else this.#follow(request);
  }

  #follow(request: ScreenRequest): void {
    if (request.kind !== 'show') this.#settle();
    switch (request.kind) {
      case 'rest':
        break;
      case 'show':
        this.show(null);
        break;
      case 'quick-pick':
        this.#windows.quickPick.toggle(null);
        break;
      case 'select':
        if (this.#find(request.profileId)) {
          this.show({ kind: 'profile', profileId: request.profileId, byLink: true });
        } else this.#refuse('link-unknown');
        break;
      case 'bad-link':
        this.#refuse('link-unreadable');
        break;
      case 'connect':
        this.#connect(request.profileId);
        break;
      default:
        assertNever(request);
    }
  }

  /** Shows the window, which goes where it is asked to go; `null`: stays where it is. */
  show(destination: Destination | null): void {
    this.#serial += 1;
    if (destination !== null) this.#deps.hub.set('wanted', { ...destination, serial: this.#serial });
    this.#windows.show();
  }

  /** The window's page says that it is drawn. */
  windowDrawn(): void {
    this.#windows.drawn();
  }

  /** The page has gone where it was asked to go. */
  wantedDone(serial: number): void {
    if (this.#deps.hub.get('wanted')?.serial === serial) this.#deps.hub.set('wanted', null);
  }

  quickPickDone(profileId: string | null): void {
    this.#windows.quickPick.hide();
    if (profileId !== null) this.show({ kind: 'profile', profileId, byLink: false });
  }

  changeAutostart(on: boolean): Result<null> {
    const changed = this.#autostart.change(on);
    this.#lookAtSystem();
    return changed;
  }

  /** A slice has changed. */
  changed(slice: keyof AppSlices): void {
    if (slice === 'runs') this.#noteRuns(this.#deps.hub.get('runs'));
    if (slice === 'keptOpen') this.#failures.keep(this.#deps.hub.get('keptOpen'));
    if (slice === 'settings') this.#windows.textChanged();
    if (this.#tray === null) return;
    if (slice === 'settings') this.#lookAtSystem();
    if (slice === 'settings' || slice === 'profiles') this.#drawJumpList();
    this.#tray.show(this.#iconView());
    this.#tray.menuChanged();
  }

  dispose(): void {
    this.#over = true;
    clearTimeout(this.#forgetEnd);
    this.#shortcut.dispose();
    this.#notifications.dispose();
    this.#windows.quickPick.dispose();
    this.#tray?.dispose();
    this.#tray = null;
  }

  /**
   * Moves into the tray, once. An app that the command line started for itself does not, until it is asked for by the
   * person: the icon would come and go with every command.
   */
  #settle(): void {
    if (this.#tray !== null) return;
    this.#tray = new AppTray(
      {
        icons: join(this.#deps.out, 'icons/tray'),
        menu: () => trayMenu(this.#facts(), this.#deps.text(), (action) => this.#act(action)),
        onClick: (bounds) => this.#windows.quickPick.toggle(bounds),
      },
      this.#iconView(),
    );
    registerLinks(this.#autostart.program);
    this.#lookAtSystem();
    this.#drawJumpList();
  }

  /** The window was closed by somebody who does not want the tray. Commands that wait are answered first. */
  #leave(): void {
    this.dispose();
    if (this.#deps.isBusy()) quitWhenIdle(this.#deps.isBusy, 0, () => app.quit());
    else app.quit();
  }

  #lookAtSystem(): void {
    const shortcutProblem = this.#shortcut.use(this.#deps.settings.settings.quickPickShortcut);
    const seen: DesktopState = { autostart: this.#autostart.state, shortcutProblem };
    const known = this.#deps.hub.get('desktop');
    if (JSON.stringify(seen) !== JSON.stringify(known)) this.#deps.hub.set('desktop', seen);
  }

  #noteRuns(runs: readonly RunState[]): void {
    const before = new Map(this.#runs.map((run) => [run.runId, run]));
    this.#runs = runs;
    for (const run of runs) {
      const known = before.get(run.runId);
      if (known === undefined && run.action !== 'refresh') this.#remember(run.profileId);
      if (isOver(run) && (known === undefined || !isOver(known))) this.#noteEnd(run);
    }
  }

  #remember(profileId: string): void {
    if (this.#memory.memory.lastUsed === profileId) return;
    this.#memory.change({ lastUsed: profileId });
    if (this.#tray !== null) this.#drawJumpList();
  }

  #noteEnd(run: RunState): void {
    this.#tell(run);
    this.#justEnded = run;
    clearTimeout(this.#forgetEnd);
    this.#forgetEnd = setTimeout(() => {
      this.#justEnded = null;
      this.#tray?.show(this.#iconView());
    }, OUTCOME_MS);
  }

  #tell(run: RunState): void {
    const isTold = this.#deps.isForTerminal(run.runId);
    const isAgain = this.#failures.isAgain(run);
    const profile = this.#find(run.profileId);
    if (isTold || isAgain || this.#tray === null || profile === undefined) return;
    const text = notificationText(run, profile, this.#deps.settings.settings.notifications, this.#deps.text());
    if (text === null) return;
    this.#notifications.show(text, () => this.show({ kind: 'profile', profileId: profile.id, byLink: false }));
  }

  #connect(profileId: string): void {
    const profile = this.#find(profileId);
    if (profile === undefined) this.#refuse('link-unknown');
    else this.#deps.run(profileId, profile.client === 'none' ? 'knock' : 'connect');
  }

  /** Says in the window why nothing was done. */
  #refuse(code: Extract<ProblemCode, 'link-unreadable' | 'link-unknown'>): void {
    this.#deps.hub.tell({ id: code, problem: { code } });
    this.show(null);
  }

  #find(profileId: string): ProfileSummary | undefined {
    return this.#deps.hub.get('profiles').find(({ id }) => id === profileId);
  }

  #iconView() {
    return iconView({ ...this.#deps.hub.snapshot, justEnded: this.#justEnded }, this.#deps.text());
  }

  #facts() {
    const { profiles, runs, vault } = this.#deps.hub.snapshot;
    return { profiles, runs, lastUsed: this.#memory.memory.lastUsed, locked: vault.state === 'locked' };
  }

  #drawJumpList(): void {
    applyJumpList({ ...this.#facts(), program: this.#autostart.program }, this.#deps.text(), {
      connect: (profileId) => this.#connect(profileId),
      quickPick: () => this.#windows.quickPick.toggle(null),
    });
  }

  #act(action: TrayAction): void {
    switch (action.do) {
      case 'run':
        this.#deps.run(action.profileId, action.action);
        break;
      case 'cancel':
        for (const runId of action.runIds) this.#deps.cancel(runId);
        break;
      case 'open':
      case 'unlock':
        this.show(null);
        break;
      case 'settings':
        this.show({ kind: 'settings' });
        break;
      case 'quick-pick':
        this.#windows.quickPick.toggle(null);
        break;
      case 'quit':
        app.quit();
        break;
      default:
        assertNever(action);
    }
  }
}
