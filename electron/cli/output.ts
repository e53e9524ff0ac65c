import { errorCode } from '../knock/errors.ts';

export type OutputName = 'stdout' | 'stderr';

/** The outputs that were written to, each with why it took no more; `null`: it has taken everything so far. */
const used = new Map<OutputName, string | null>();

/**
 * Standard output or error, for words. Whatever becomes of them (a reader that leaves, as `head` does, a full disk), the
 * run goes on: half a sequence would spoil the next one.
 */
export function output(name: OutputName): NodeJS.WriteStream {
  const stream = process[name];
  if (used.has(name)) return stream;
  used.set(name, null);
  stream.on('error', (error) => used.set(name, used.get(name) ?? errorCode(error)));
  return stream;
}

/** Those that have been written to so far: an exit has to wait for them. */
export function usedOutputs(): Iterable<OutputName> {
  return used.keys();
}

/** Why words to standard output were lost; `null`: none was, or nobody was left to read them. */
export function lostReason(): string | null {
  const reason = used.get('stdout') ?? null;
  return reason === 'EPIPE' || reason === 'EOF' ? null : reason;
}
