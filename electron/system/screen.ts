import { app } from 'electron';
import { type ScreenRequest, wordsOf } from './launch-request.ts';

/** Switches of an app that the command line started where there was no screen. */
const OFF_SCREEN = ['--ozone-platform=headless', '--hidden', '--quit-when-idle'];

/** Time to answer the start that asked (ms). Unanswered, that process takes our place: a window too, but two starts. */
const ANSWER_MS = 300;

/** Whether this app draws its windows where nobody can see them. A platform cannot be changed while the app runs. */
export function isOffScreen(): boolean {
  return app.commandLine.getSwitchValue('ozone-platform') === 'headless';
}

/**
 * Ends this app and starts it again with a window. Chromium asks the keychain once per process and remembers an answer
 * that failed (os_crypt), so that a keyring that was unlocked since is seen by a new process only.
 */
export function restart(): void {
  app.relaunch({ args: process.argv.slice(1).filter((word) => !OFF_SCREEN.includes(word)) });
  setTimeout(() => app.quit(), ANSWER_MS);
}

/** Ends this app and starts it again on the person's screen. */
export function restartOnScreen(request: ScreenRequest): void {
  Object.assign(process.env, request.screen);
  const args = process.argv.slice(1).filter((word) => !OFF_SCREEN.includes(word));
  app.relaunch({ args: [...args, ...wordsOf(request)] });
  setTimeout(() => app.quit(), ANSWER_MS);
}
