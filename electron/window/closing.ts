import { app, type BrowserWindow, dialog } from 'electron';

export interface ClosingOptions {
  /** Whether the app stays in the tray; `null`: nobody has been asked yet. */
  readonly staysInTray: () => boolean | null;
  /** Keeps the answer for the next time. */
  readonly remember: (stay: boolean) => void;
  readonly text: { readonly title: string; readonly text: string; readonly keep: string; readonly quit: string };
}

/** Tells a window that is closed from an app that is quit: a quit never asks whether to stay. */
export function watchQuit(window: BrowserWindow): { readonly quitting: () => boolean; readonly called: () => void } {
  let quitting = false;
  const begin = () => {
    quitting = true;
  };
  app.on('before-quit', begin);
  window.once('closed', () => app.off('before-quit', begin));
  return {
    quitting: () => quitting,
    // The person chose to stay in the window, so that quit has come to nothing.
    called: () => {
      quitting = false;
    },
  };
}

/** The first time that the window is closed, asks once whether the app stays in the tray; then closes it as answered. */
export function askOnce(window: BrowserWindow, options: ClosingOptions, quitting: () => boolean): void {
  let asking = false;
  window.on('close', (event) => {
    // A window of macOS is closed without another word: its app stays in the dock.
    if (quitting() || process.platform === 'darwin' || options.staysInTray() !== null) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    const { title, text, keep, quit } = options.text;
    dialog
      .showMessageBox(window, {
        type: 'question',
        message: title,
        detail: text,
        buttons: [keep, quit],
        defaultId: 0,
        cancelId: 2,
      })
      .then(({ response }) => {
        asking = false;
        // Put away without an answer: the window stays, and the question comes again.
        if (response > 1 || window.isDestroyed()) return;
        options.remember(response === 0);
        window.close();
      })
      .catch(() => {
        asking = false;
      });
  });
}
