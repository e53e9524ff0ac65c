import { join } from 'node:path';
import { app, type Rectangle, type WebContents } from 'electron';
import type { AppSlices, Wanted } from '../../shared/model/app-state.ts';
import { type AskedAction, isOver, type RunState } from '../../shared/model/run.ts';
import { assertNever } from '../../shared/result.ts';
import type { Language } from '../../shared/text/en.ts';
import type { StateHub } from '../ipc/state-hub.ts';
import { quitWhenIdle } from '../remote/idle.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { DesktopMemory } from '../system/desktop-memory.ts';
import type { LaunchRequest } from '../system/launch-request.ts';
import { isOffScreen, restartOnScreen } from '../system/screen.ts';
import { AppTray } from './tray.ts';
import { iconView, OUTCOME_MS } from './tray-icon.ts';
import { type TrayAction, type TrayState, trayMenu } from './tray-menu.ts';
import { Windows } from './windows.ts';

type WithoutSerial<W> = W extends unknown ? Omit<W, 'serial'> : never;
/** Where the page is asked to go. */
type Destination = WithoutSerial<Wanted>;

/** What the desktop shows and reaches, each by its narrowest slice. */
export interface DesktopDeps {
  /** Absolute path of the built app. */
  readonly out: string;
  readonly dataFolder: string;
  readonly hub: Pick<StateHub, 'get' | 'set' | 'snapshot'>;
  readonly text: () => Language;
  readonly settings: Pick<SettingsStore, 'settings' | 'change'>;
  readonly run: (profileId: string, action: AskedAction) => void;
  readonly cancel: (runId: string) => void;
  /** Whether somebody at a terminal waits for an answer. */
  readonly isBusy: () => boolean;
  /** A window is being made. */
  readonly onWindow: () => void;
  readonly report: (error: unknown) => void;
}

/** The app on the person's desktop: windows, tray, and what starts of the app ask for. Drawn from one state. */
export class Desktop {
  readonly #deps: DesktopDeps;
  readonly #memory: DesktopMemory;
  readonly #windows: Windows;
  #tray: AppTray | null = null;
  #runs: readonly RunState[] = [];
  #justEnded: RunState | null = null;
  #forgetEnd: NodeJS.Timeout | undefined;
  #serial = 0;

  constructor(deps: DesktopDeps) {
    this.#deps = deps;
    this.#memory = new DesktopMemory(deps.dataFolder);
    this.#windows = new Windows({
      ...deps,
      memory: this.#memory,
      onOpen: () => {
        this.#settle();
        deps.onWindow();
      },
      onLeave: () => this.#leave(),
    });
  }

  /** Whom to send to, and whom to believe. */
  get page(): WebContents | null {
    return this.#windows.page;
  }

  /** Whether the app is the person's: it is in the tray, and ends when it is told to. */
  get settled(): boolean {
    return this.#tray !== null;
  }

  /** Does what a start of the app asks for, its first or a further one. */
  arrive(request: LaunchRequest): void {
    if (request.kind === 'stay-hidden') return;
    if (isOffScreen()) restartOnScreen(request);
    else if (request.kind === 'rest') this.#settle();
    else this.show(null);
  }

  /** Shows the window, which goes where it is asked to go; `null`: stays where it is. */
  show(destination: Destination | null): void {
    this.#serial += 1;
    if (destination !== null) this.#deps.hub.set('wanted', { ...destination, serial: this.#serial });
    this.#windows.show();
  }

  /** The page has gone where it was asked to go. */
  wantedDone(serial: number): void {
    if (this.#deps.hub.get('wanted')?.serial === serial) this.#deps.hub.set('wanted', null);
  }

  /** A slice has changed. */
  changed(slice: keyof AppSlices): void {
    if (slice === 'runs') this.#noteRuns(this.#deps.hub.get('runs'));
    if (this.#tray === null) return;
    this.#tray.show(this.#iconView());
    this.#tray.menuChanged();
  }

  dispose(): void {
    clearTimeout(this.#forgetEnd);
    this.#tray?.dispose();
    this.#tray = null;
  }

  /**
   * Moves into the tray, once. An app that the command line started for itself does not, until its window is asked for:
   * the icon would come and go with every command.
   */
  #settle(): void {
    this.#tray ??= new AppTray(
      {
        icons: join(this.#deps.out, 'icons/tray'),
        menu: () => trayMenu(this.#trayState(), this.#deps.text(), (action) => this.#act(action)),
        onClick: (bounds) => this.#quickPick(bounds),
      },
      this.#iconView(),
    );
  }

  /** The window was closed by somebody who does not want the tray. Commands that wait are answered first. */
  #leave(): void {
    this.dispose();
    if (this.#deps.isBusy()) quitWhenIdle(this.#deps.isBusy, 0, () => app.quit());
    else app.quit();
  }

  #noteRuns(runs: readonly RunState[]): void {
    const before = new Map(this.#runs.map((run) => [run.runId, run]));
    this.#runs = runs;
    for (const run of runs) {
      const known = before.get(run.runId);
      if (known === undefined && run.action !== 'refresh') this.#memory.change({ lastUsed: run.profileId });
      if (isOver(run) && (known === undefined || !isOver(known))) this.#noteEnd(run);
    }
  }

  #noteEnd(run: RunState): void {
    this.#justEnded = run;
    clearTimeout(this.#forgetEnd);
    this.#forgetEnd = setTimeout(() => {
      this.#justEnded = null;
      this.#tray?.show(this.#iconView());
    }, OUTCOME_MS);
  }

  #iconView() {
    return iconView({ ...this.#deps.hub.snapshot, justEnded: this.#justEnded }, this.#deps.text());
  }

  #trayState(): TrayState {
    const { profiles, runs } = this.#deps.hub.snapshot;
    return { profiles, runs, lastUsed: this.#memory.memory.lastUsed, locked: false };
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
        this.#quickPick(null);
        break;
      case 'quit':
        app.quit();
        break;
      default:
        assertNever(action);
    }
  }

  #quickPick(_at: Rectangle | null): void {
    this.show(null);
  }
}
