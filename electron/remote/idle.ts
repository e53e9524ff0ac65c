/** How often to look (ms): an exact moment is nobody's concern. */
const LOOK_MS = 15_000;

/**
 * Calls `quit` once, when nothing has been needed for `afterMs`. For an app that the command line started: it has no
 * window that somebody could close.
 *
 * @returns how to stop looking
 */
export function quitWhenIdle(isNeeded: () => boolean, afterMs: number, quit: () => void): () => void {
  let idleMs = 0;
  const timer = setInterval(() => {
    idleMs = isNeeded() ? 0 : idleMs + LOOK_MS;
    if (idleMs < afterMs) return;
    clearInterval(timer);
    quit();
  }, LOOK_MS);
  return () => clearInterval(timer);
}
