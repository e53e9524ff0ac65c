import { type BrowserWindow, dialog } from 'electron';
import type { Language } from '../../shared/text/en.ts';

export interface RecoveryOptions {
  /** The page's process has ended by itself, and the page is loaded again. */
  readonly onGone: (reason: string) => void;
  /** The page does not answer. */
  readonly onHang: () => void;
  /** In the language of that moment. */
  readonly text: () => Pick<Language['desktop'], 'hanging' | 'crashing'>;
}

/** A page that dies more often than this within a minute would only die again: somebody is asked. */
const TRIES = 3;
const WITHIN_MS = 60_000;

/** Brings a window back whose page has crashed, or hangs. Runs are main's: they go on, and the new page shows them. */
export function recover(window: BrowserWindow, options: RecoveryOptions): void {
  bringBack(window, options);
  askWhenHanging(window, options);
}

function bringBack(window: BrowserWindow, { onGone, text: texts }: RecoveryOptions): void {
  let deaths: readonly number[] = [];
  const reload = () => !window.isDestroyed() && window.webContents.reload();
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < WITHIN_MS), now];
    onGone(reason);
    if (deaths.length <= TRIES) {
      // Not from inside the event: Chromium is still taking the old process down.
      setImmediate(reload);
      return;
    }
    deaths = [];
    const { title, text, again, close } = texts().crashing;
    // Not the window's own: it would go unseen with a window that is hidden, and no page draws that one now.
    dialog
      .showMessageBox({
        type: 'error',
        message: title,
        detail: text,
        buttons: [again, close],
        defaultId: 0,
        cancelId: 1,
      })
      .then(({ response }) => (response === 0 ? reload() : window.destroy()))
      .catch(() => window.destroy());
  });
}

function askWhenHanging(window: BrowserWindow, { onHang, text: texts }: RecoveryOptions): void {
  let asking: AbortController | null = null;
  const settled = () => asking?.abort();
  window.webContents.on('responsive', settled);
  window.webContents.on('render-process-gone', settled);
  window.webContents.on('unresponsive', () => {
    if (asking !== null) return;
    onHang();
    const pid = window.webContents.getOSProcessId();
    const { hanging } = texts();
    asking = new AbortController();
    const options = { type: 'question', message: hanging.title, detail: hanging.text, signal: asking.signal } as const;
    dialog
      .showMessageBox(window, { ...options, buttons: [hanging.wait, hanging.reload], defaultId: 0, cancelId: 0 })
      .then(({ response }) => {
        asking = null;
        if (response === 1 && !window.isDestroyed()) end(window, pid);
      })
      .catch(() => {
        asking = null;
      });
  });
}

/**
 * Ends the page's process; the page is then loaded again, as after a crash. Not by `forcefullyCrashRenderer`: on Linux it
 * asks the process itself, and one that the system has stopped never hears it.
 *
 * @param pid of the page that did not answer; a page without a process has 0, which would be this process and its group
 */
function end({ webContents }: BrowserWindow, pid: number): void {
  if (pid <= 0 || pid !== webContents.getOSProcessId()) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
