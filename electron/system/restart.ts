import { app } from 'electron';
import type { LaunchRequest } from './launch-request.ts';
import { startAgain } from './start-again.ts';

/** Time to answer who asked (ms). A start that is not answered takes our place: a window too, but two starts. */
const ANSWER_MS = 300;

/**
 * Ends this app and starts it again: on the person's screen, where this one had none; or with its window, for Chromium
 * asks the keychain once per process and remembers an answer that failed (os_crypt), so that a keyring that was unlocked
 * since is seen by a new process only.
 */
export function restart(request: LaunchRequest = { kind: 'show', screen: {} }): void {
  startAgain(request);
  setTimeout(() => app.quit(), ANSWER_MS);
}
