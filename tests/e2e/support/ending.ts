/** An app or a window of Playwright's. */
interface Closing {
  waitForEvent(event: 'close'): Promise<unknown>;
}

/**
 * Does what closes a window or ends the app, and waits until that has happened. Whatever was asked may be gone before
 * its answer is on the way (a click, a call into main): the loss of that answer is no failure. Where nothing closes,
 * what `act` failed with is told rather than that nothing closed.
 */
export async function ending(what: Closing, act: () => Promise<unknown>): Promise<void> {
  const [end, acted] = await Promise.allSettled([what.waitForEvent('close'), act()]);
  if (end.status === 'fulfilled') return;
  throw acted.status === 'rejected' ? acted.reason : end.reason;
}
