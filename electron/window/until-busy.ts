import { setTimeout as after } from 'node:timers/promises';

/** A page that hangs as it starts holds up neither the tray nor the command line for longer than this (ms). */
const PATIENCE_MS = 5000;

/**
 * Resolves when the first page has its document and is busy starting a process for it, so that this one has time to load
 * something itself; or when that is not worth waiting for any more.
 *
 * @param given resolves when the page has its document, which this process has to hand over
 * @param loaded settles when the page is loaded, or cannot be
 * @param patienceMs how long a page that does neither is waited for
 */
export async function untilBusy(given: Promise<void>, loaded: Promise<void>, patienceMs = PATIENCE_MS): Promise<void> {
  const over = new AbortController();
  const late = after(patienceMs, undefined, { signal: over.signal }).catch(() => {});
  await Promise.race([given, loaded.catch(() => {}), late]);
  over.abort();
}
