import { setTimeout as after } from 'node:timers/promises';

/** A page that hangs as it starts holds up neither the tray nor the menu for longer than this (ms). */
const PATIENCE_MS = 5000;

/**
 * Resolves when a window's page is drawn, cannot be loaded, or is not worth waiting for any more.
 *
 * @param drawn resolves when the page says so
 * @param loaded rejects when the page cannot be loaded; that it is loaded says nothing yet
 * @param patienceMs how long a page that does neither is waited for
 */
export async function untilDrawn(drawn: Promise<void>, loaded: Promise<void>, patienceMs = PATIENCE_MS): Promise<void> {
  const over = new AbortController();
  const late = after(patienceMs, undefined, { signal: over.signal }).catch(() => {});
  const broken = new Promise<void>((resolve) => {
    loaded.catch(() => resolve());
  });
  await Promise.race([drawn, broken, late]);
  over.abort();
}
