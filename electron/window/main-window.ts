import type { BrowserWindow, WebContents } from 'electron';
import type { WindowPlace } from '../system/desktop-memory.ts';
import { askOnce, type ClosingOptions, holdBack, watchQuit } from './closing.ts';
import type { OpenedWindow } from './open-window.ts';
import { type RecoveryOptions, recover } from './recovery.ts';

export interface MainWindowOptions {
  readonly closing: ClosingOptions;
  readonly onPlace: (place: WindowPlace) => void;
  readonly onClosed: () => void;
  /** Puts the application menu in place; on Linux and Windows it is the window’s. */
  readonly setMenu: () => void;
  /** Resolves when the page is drawn: until then the window has no menu, which takes the system some ms to make. */
  readonly drawn: Promise<void>;
  readonly recovery: RecoveryOptions;
}

/** The window. After it is closed every call does nothing, and {@link MainWindow.webContents} is `null`. */
export interface MainWindow {
  /** For IPC: whom to send to, and whom to believe. */
  readonly webContents: WebContents | null;
  /** Shows it, out of the task bar if need be, and brings it to the front. */
  show(): void;
}

/** Gives a window that was opened its menu, and what it does when it is closed, crashes or hangs. */
export function ownWindow({ window }: OpenedWindow, options: MainWindowOptions): MainWindow {
  options.drawn.then(() => wearMenu(window, options.setMenu)).catch(() => {});
  recover(window, options.recovery);
  const quitting = watchQuit(window);
  askOnce(window, options.closing, quitting);
  holdBack(window, options.closing, quitting);
  window.on('close', () => options.onPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
  window.once('closed', options.onClosed);
  return {
    get webContents() {
      return window.isDestroyed() ? null : window.webContents;
    },
    show() {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}

function wearMenu(window: BrowserWindow, setMenu: () => void): void {
  if (window.isDestroyed()) return;
  setMenu();
  if (process.platform === 'darwin') return;
  // Hidden rather than removed: a removed menu takes its shortcuts with it. macOS has no menu bar in the window.
  window.setMenuBarVisibility(false);
  // Until now, so that the bar is not seen coming; from now on Alt does not bring it either.
  window.setAutoHideMenuBar(false);
}
