/**
 * Waits for something that cannot be cancelled itself, until the signal is aborted: it goes on, but nobody waits for it.
 *
 * @throws the signal's reason when aborted first
 */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  // `aborted` comes first, so that it wins over what has ended as well; the race also takes the other's late failure.
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
