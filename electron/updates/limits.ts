/** After a start the app has better things to do (ms). */
export const FIRST_CHECK_MS = 60_000;
/** From one check to the next (ms). */
export const NEXT_CHECK_MS = 24 * 3_600_000;
/** A server that has not answered by then does not (ms). */
export const CHECK_LIMIT_MS = 30_000;
/** A download of which nothing has come for this long is given up (ms). */
export const STALL_LIMIT_MS = 60_000;

/** What comes of it, or a rejection (`ETIMEDOUT`) once the time is up. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
