import { app } from 'electron';
import type { Arrivals } from './arrivals.ts';
import { report } from './report.ts';

/** What has to be closed before the process ends. */
interface Ending {
  /**
   * Closes it; answers whether something else starts the app anew.
   *
   * @param again whether somebody wants the app again
   */
  readonly dispose: (again: () => boolean) => Promise<boolean>;
}

/**
 * Closes sockets and frees ports before the process ends. Whoever asks for the app meanwhile gets it: this process still
 * holds the place of the only one, so it starts the next one when it goes.
 *
 * @param take what has to be closed first; `null` when there is nothing, or no longer
 */
export function quitTidily(arrivals: Pick<Arrivals, 'late' | 'end'>, take: () => Ending | null): void {
  app.on('will-quit', (event) => {
    const ending = take();
    if (ending === null) return;
    arrivals.end();
    // By `exit`: a second `quit`, after one that was prevented here, leaves Electron 33 on Linux running without a window.
    event.preventDefault();
    ending
      .dispose(() => arrivals.late !== null)
      .catch(async (error: unknown) => {
        await report(error);
        return false;
      })
      .then(async (isStarted) => {
        if (isStarted || arrivals.late === null) return;
        const { startAgain } = await import('./start-again.ts');
        startAgain(arrivals.late);
      })
      .catch(report)
      // Not at once: this may still be the event that told of a further start. Electron confirms that start after it, and one
      // that is not confirmed believes itself the only one.
      .finally(() => setImmediate(() => app.exit()));
  });
}
