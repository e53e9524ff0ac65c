import { describe, expect, it } from 'vitest';
import { untilAborted } from '../../../electron/knock/abort.ts';

const reason = new Error('enough');

describe('waiting until aborted', () => {
  it('gives what came, or the failure that came', async () => {
    const { signal } = new AbortController();
    expect(await untilAborted(Promise.resolve('here'), signal)).toBe('here');
    await expect(untilAborted(Promise.reject(new Error('late')), signal)).rejects.toThrow('late');
  });

  it('ends with the reason, however the other ends', async () => {
    const abort = new AbortController();
    const waiting = untilAborted(new Promise(() => {}), abort.signal);
    abort.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('ends with the reason of a signal that was aborted before, and leaves no failure unheard', async () => {
    const unheard: unknown[] = [];
    const hear = (error: unknown) => unheard.push(error);
    process.on('unhandledRejection', hear);
    try {
      const failing = Promise.reject(new Error('late'));
      await expect(untilAborted(failing, AbortSignal.abort(reason))).rejects.toBe(reason);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(unheard).toEqual([]);
    } finally {
      process.off('unhandledRejection', hear);
    }
  });
});
