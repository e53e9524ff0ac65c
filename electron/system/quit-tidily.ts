import { app } from 'electron';
import { report } from './report.ts';

/**
 * Closes sockets and frees ports before the process ends.
 *
 * @param take what has to be closed first; `null` when there is nothing, or no longer
 */
export function quitTidily(take: () => { readonly dispose: () => Promise<void> } | null): void {
  app.on('will-quit', (event) => {
    const ending = take();
    if (ending === null) return;
    // By `exit`: a second `quit`, after one that was prevented here, leaves Electron 33 on Linux running without a window.
    event.preventDefault();
    ending
      .dispose()
      .catch(report)
      .finally(() => app.exit());
  });
}
