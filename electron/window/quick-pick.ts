import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type Rectangle, screen, type WebContents } from 'electron';
import type { Channel } from '../../shared/ipc.ts';
import { UI_QUICK_PICK } from '../security/ui-file.ts';
import { quickPickPlace, SIZE } from './quick-pick-place.ts';
import { backgroundFor, pagePreferences } from './window-options.ts';

/** What the quick pick asks of main: it knocks, and nothing else. */
const CHANNELS: ReadonlySet<Channel> = new Set(['app:snapshot', 'runs:start', 'runs:cancel', 'quick-pick:done']);

/** Whether the quick pick's page may ask this: it shows little, and has to ask for little. */
export function quickPickMay(channel: Channel): boolean {
  return CHANNELS.has(channel);
}

/** Hidden this long (ms), the window gives its process back; until then it is there at once. */
const KEPT_MS = 10 * 60_000;

export interface QuickPickOptions {
  /** Absolute path of the built app. */
  readonly out: string;
  readonly report: (error: unknown) => void;
}

/** The small window to choose a server in. Made when it is first asked for, then kept hidden for a while. */
export class QuickPick {
  readonly #options: QuickPickOptions;
  #window: BrowserWindow | null = null;
  #drop: NodeJS.Timeout | undefined;

  constructor(options: QuickPickOptions) {
    this.#options = options;
  }

  /** Its page, while there is one. */
  get page(): WebContents | null {
    return this.#window?.webContents ?? null;
  }

  /** Shows it, or puts it away where it is shown. `at`: the tray icon that was clicked. */
  toggle(at: Rectangle | null): void {
    if (this.#window?.isVisible() === true) this.hide();
    else this.#show(at);
  }

  /** Puts it away; the focus goes back to where it was. */
  hide(): void {
    if (this.#window === null || !this.#window.isVisible()) return;
    this.#window.hide();
    clearTimeout(this.#drop);
    this.#drop = setTimeout(() => this.dispose(), KEPT_MS);
  }

  dispose(): void {
    clearTimeout(this.#drop);
    this.#window?.destroy();
    this.#window = null;
  }

  #show(at: Rectangle | null): void {
    clearTimeout(this.#drop);
    const { workArea } = screen.getDisplayNearestPoint(at ?? screen.getCursorScreenPoint());
    const place = quickPickPlace(at, workArea);
    if (this.#window === null) {
      const window = this.#open();
      window.setBounds(place);
      window.once('ready-to-show', () => this.#present(window));
    } else {
      this.#window.setBounds(place);
      this.#present(this.#window);
    }
  }

  #present(window: BrowserWindow): void {
    if (window.isDestroyed()) return;
    window.show();
    window.focus();
  }

  #open(): BrowserWindow {
    const window = new BrowserWindow({
      ...SIZE,
      title: 'Toctoc',
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      backgroundColor: backgroundFor(nativeTheme.shouldUseDarkColors),
      webPreferences: pagePreferences(join(this.#options.out, 'preload/preload.cjs')),
    });
    this.#window = window;
    window.setMenuBarVisibility(false);
    window.on('blur', () => this.hide());
    // The next one begins anew.
    window.webContents.on('render-process-gone', () => this.dispose());
    window.webContents.on('unresponsive', () => this.dispose());
    window.on('closed', () => {
      if (this.#window === window) this.#window = null;
    });
    window.loadURL(UI_QUICK_PICK).catch(this.#options.report);
    return window;
  }
}
