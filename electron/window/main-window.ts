import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import type { WindowPlace } from '../system/desktop-memory.ts';
import { askOnce, type ClosingOptions, holdBack, watchQuit } from './closing.ts';
import { type RecoveryOptions, recover } from './recovery.ts';
import { backgroundFor, windowOptions } from './window-options.ts';
import { placeOn } from './window-place.ts';

export interface MainWindowOptions {
  /** Absolute path of the built preload script. */
  readonly preload: string;
  /** What the window loads, such as `app://ui/index.html`. */
  readonly url: string;
  readonly closing: ClosingOptions;
  /** Where it was when it was last closed. */
  readonly place: WindowPlace | null;
  readonly onPlace: (place: WindowPlace) => void;
  readonly onClosed: () => void;
  /** Puts the application menu in place: before there is a window, on Linux and Windows it is the window’s. */
  readonly setMenu: () => void;
  readonly recovery: RecoveryOptions;
}

/** The window. After it is closed every call does nothing, and {@link MainWindow.webContents} is `null`. */
export interface MainWindow {
  /** For IPC: whom to send to, and whom to believe. */
  readonly webContents: WebContents | null;
  /** Shows it, out of the task bar if need be, and brings it to the front. */
  show(): void;
  /** Settles when the page is loaded; rejects when it could not be, so it wants a `catch`. */
  readonly loaded: Promise<void>;
}

function keepBackground(window: BrowserWindow): void {
  const follow = () => window.setBackgroundColor(backgroundFor(nativeTheme.shouldUseDarkColors));
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
}

/** Makes, loads and shows the window. Call it after `ready`, with the scheme served and the policies installed. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  options.setMenu();
  const window = new BrowserWindow({
    ...windowOptions(options.preload, nativeTheme.shouldUseDarkColors),
    ...placeOn(
      options.place,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
  });
  // Hidden rather than removed: a removed menu takes its shortcuts with it. macOS has no menu bar in the window.
  if (process.platform !== 'darwin') window.setMenuBarVisibility(false);
  keepBackground(window);
  recover(window, options.recovery);
  const quitting = watchQuit(window);
  askOnce(window, options.closing, quitting);
  holdBack(window, options.closing, quitting);
  window.on('close', () => options.onPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
  window.once('closed', options.onClosed);
  window.once('ready-to-show', () => {
    if (options.place?.maximized === true) window.maximize();
    window.show();
  });
  const loaded = window.loadURL(options.url);
  return {
    loaded,
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
