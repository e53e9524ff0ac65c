import { app } from 'electron';
import type { Language } from '../../shared/text/en.ts';
import type { TrustedPage } from '../ipc/trusted-page.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { DesktopMemory } from '../system/desktop-memory.ts';
import { applyMenu, type MenuPlace } from './app-menu.ts';
import { mayEnd, type Unsaved } from './closing.ts';
import { type MainWindow, ownWindow } from './main-window.ts';
import { type OpenedWindow, openWindow } from './open-window.ts';
import { QuickPick, quickPickMay } from './quick-pick.ts';
import { untilDrawn } from './until-drawn.ts';

export interface WindowsDeps {
  /** Absolute path of the built app. */
  readonly out: string;
  /** The window that was opened before the app was there. */
  readonly first: OpenedWindow | null;
  readonly text: () => Language;
  readonly settings: Pick<SettingsStore, 'settings' | 'change'>;
  readonly memory: Pick<DesktopMemory, 'memory' | 'change'>;
  readonly unsaved: Unsaved;
  /** A window's page is drawn, or will not be. */
  readonly onDrawn: () => void;
  /** Somebody chose a place in the application menu. */
  readonly onMenu: (place: MenuPlace) => void;
  /** The window was closed for good, and the app is not to stay in the tray. */
  readonly onLeave: () => void;
  /** The page crashed, and comes back. */
  readonly onCrash: () => void;
  readonly report: (error: unknown) => void;
}

/** The app's windows: each is made when it is first asked for, and none of them has a process before. */
export class Windows {
  readonly #deps: WindowsDeps;
  readonly quickPick: QuickPick;
  #first: OpenedWindow | null;
  #main: MainWindow | null = null;
  #drawn = () => {};

  constructor(deps: WindowsDeps) {
    this.#deps = deps;
    this.#first = deps.first;
    this.quickPick = new QuickPick(deps);
    // A Mac shows it whichever window comes first, and Electron's own would bring a reload and the developer tools.
    if (process.platform === 'darwin') this.#setMenu();
    app.on('before-quit', (event) => {
      if (this.#mayEnd()) return;
      event.preventDefault();
      this.show();
    });
  }

  /** The pages there are now, and what each has a use for. */
  get pages(): readonly TrustedPage[] {
    const main = this.#main?.webContents ?? null;
    const small = this.quickPick.page;
    return [
      ...(main === null ? [] : [{ contents: main, may: () => true }]),
      ...(small === null ? [] : [{ contents: small, may: quickPickMay }]),
    ];
  }

  /** Shows the main window; makes one where there is none. */
  show(): void {
    if (this.#main?.webContents) this.#main.show();
    else this.#open();
  }

  /** The main window's page says that it is drawn: anew where it has crashed. */
  drawn(): void {
    this.#drawn();
  }

  /** The language may be another one. Only a Mac shows the menu. */
  textChanged(): void {
    if (process.platform === 'darwin') this.#setMenu();
  }

  #setMenu(): void {
    applyMenu(this.#deps.text(), this.#deps.onMenu);
  }

  #mayEnd(): boolean {
    return mayEnd(this.#deps.unsaved, this.#deps.text().desktop.unsaved);
  }

  /** The window that was opened before the app was there, unless it was closed or its page has crashed meanwhile. */
  #takeFirst(): OpenedWindow | null {
    const first = this.#first;
    this.#first = null;
    if (first === null || first.window.isDestroyed()) return null;
    if (!first.window.webContents.isCrashed()) return first;
    // Nobody brought it back, and it would never show itself: it waits for a page that is drawn.
    first.loaded.catch(this.#deps.report);
    first.window.destroy();
    return null;
  }

  #open(): void {
    const { out, text, settings, memory, report } = this.#deps;
    const opened = this.#takeFirst() ?? openWindow(out, memory.memory.window);
    opened.loaded.catch(report);
    const drawn = new Promise<void>((resolve) => {
      this.#drawn = resolve;
    });
    // What the desktop does beside it waits until the page is drawn: it is for the page that somebody waits.
    const settled = untilDrawn(drawn, opened.loaded);
    settled.then(this.#deps.onDrawn).catch(report);
    this.#main = ownWindow(opened, {
      closing: {
        staysInTray: () => settings.settings.closeToTray,
        remember: (stay) => {
          const kept = settings.change({ closeToTray: stay });
          // What could not be kept is done all the same.
          if (!kept.ok && !stay) this.#deps.onLeave();
        },
        mayEnd: () => this.#mayEnd(),
        text: () => text().desktop.closing,
      },
      setMenu: () => this.#setMenu(),
      drawn: settled,
      onPlace: (place) => memory.change({ window: place }),
      recovery: {
        onGone: (reason) => {
          report(`the page's process is gone: ${reason}`);
          this.#deps.onCrash();
        },
        onHang: () => report('the page does not answer'),
        text: () => text().desktop,
      },
      onClosed: () => {
        if (settings.settings.closeToTray === false && process.platform !== 'darwin') this.#deps.onLeave();
      },
    });
  }
}
