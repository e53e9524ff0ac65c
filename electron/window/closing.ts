import { app, type BrowserWindow, dialog, type Event } from 'electron';
import type { Language } from '../../shared/text/en.ts';

export interface ClosingOptions {
  /** Whether the app stays in the tray; `null`: nobody has been asked yet. */
  readonly staysInTray: () => boolean | null;
  /** Keeps the answer for the next time. */
  readonly remember: (stay: boolean) => void;
  /** Whether the app may end with what is not saved; asks. */
  readonly mayEnd: () => boolean;
  /** In the language of that moment: a window outlives a change of it. */
  readonly text: () => Language['desktop']['closing'];
}

/** What editors hold and nobody has saved. It outlives the window, but not the app. */
export interface Unsaved {
  readonly any: () => boolean;
  readonly forget: () => void;
}

/** Whether the app may end: asks where that would lose something. Once it may, there is nothing to lose any more. */
export function mayEnd(unsaved: Unsaved, { title, text, stay, leave }: Language['desktop']['unsaved']): boolean {
  if (!unsaved.any()) return true;
  const answer = dialog.showMessageBoxSync({
    type: 'question',
    message: title,
    detail: text,
    buttons: [stay, leave],
    defaultId: 0,
    cancelId: 0,
  });
  if (answer !== 1) return false;
  unsaved.forget();
  return true;
}

/** Tells a window that is closed from an app that is quit: a quit never asks whether to stay. */
export function watchQuit(window: BrowserWindow): () => boolean {
  let quitting = false;
  const begin = (event: Event) => {
    // A quit that was refused, because something would be lost, is none.
    quitting = !event.defaultPrevented;
  };
  app.on('before-quit', begin);
  window.once('closed', () => app.off('before-quit', begin));
  return () => quitting;
}

/** A window whose closing ends the app stays while something would be lost by that and the person wants it back. */
export function holdBack(
  window: BrowserWindow,
  { staysInTray, mayEnd }: Pick<ClosingOptions, 'staysInTray' | 'mayEnd'>,
  quitting: () => boolean,
): void {
  window.on('close', (event) => {
    if (quitting() || process.platform === 'darwin' || staysInTray() !== false) return;
    if (!mayEnd()) event.preventDefault();
  });
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
    const { title, text, keep, quit } = options.text();
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
