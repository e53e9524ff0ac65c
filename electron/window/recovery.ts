import { type BrowserWindow, dialog } from 'electron';

export interface RecoveryOptions {
  /** The page's process has ended by itself; the page is loaded again. */
  readonly onGone: (reason: string) => void;
  /** The question when the page has not answered for a while. */
  readonly text: { readonly title: string; readonly text: string; readonly wait: string; readonly reload: string };
}

/** A page that dies more often than this within a minute would only die again. */
const TRIES = 3;
const WITHIN_MS = 60_000;

/** Brings a window back whose page has crashed, or hangs. Runs are main's: they go on, and the new page shows them. */
export function recover(window: BrowserWindow, { onGone, text }: RecoveryOptions): void {
  let deaths: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < WITHIN_MS), now];
    onGone(reason);
    // Not from inside the event: Chromium is still taking the old process down.
    if (deaths.length <= TRIES) setImmediate(() => !window.isDestroyed() && window.webContents.reload());
    else window.destroy();
  });
  let asking: AbortController | null = null;
  window.webContents.on('responsive', () => asking?.abort());
  window.webContents.on('unresponsive', () => {
    if (asking !== null) return;
    asking = new AbortController();
    const options = { type: 'question', message: text.title, detail: text.text, signal: asking.signal } as const;
    dialog
      .showMessageBox(window, { ...options, buttons: [text.wait, text.reload], defaultId: 0, cancelId: 0 })
      .then(({ response }) => {
        asking = null;
        if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
      })
      .catch(() => {
        asking = null;
      });
  });
}
