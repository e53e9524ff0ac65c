import type { Socket } from 'node:net';

/** An ssh server that has not spoken after this long (ms) is open, but not speaking. */
const BANNER_MS = 2000;
/** RFC 4253, 4.2 allows lines before the version line; a server that sends more than this (bytes) is no ssh server. */
const BANNER_BYTES = 8192;

/** `banner`: the version line, or what the server said instead of one; `mute`: no version line came. */
export interface Greeting {
  readonly banner: string | null;
  readonly mute: boolean;
}

/** Control characters would let a server draw on the screen that shows its banner. */
function clean(line: string): string {
  return line.replace(/\p{Cc}/gu, '').slice(0, 255);
}

function greetingOf(text: string): Greeting {
  const lines = text.split('\n').map(clean);
  const version = lines.find((line) => /^SSH-(?:2\.0|1\.99)-/.test(line));
  if (version !== undefined) return { banner: version, mute: false };
  return { banner: lines.find((line) => line !== '') ?? null, mute: true };
}

/**
 * Reads an ssh server's first line: `SSH-2.0-…` or `SSH-1.99-…`, possibly after other lines (RFC 4253, 4.2). A server
 * that closes without one ("Exceeded MaxStartups") is open and refuses to speak. Never rejects, but for the abort.
 */
export function readBanner(socket: Socket, signal: AbortSignal): Promise<Greeting> {
  return new Promise((resolve, reject) => {
    let text = '';
    const settle = (settled: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.off('data', read).off('end', end).off('close', end);
      settled();
    };
    const end = () => settle(() => resolve(greetingOf(text)));
    const abort = () => settle(() => reject(signal.reason));
    const read = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const complete = text.slice(0, text.lastIndexOf('\n') + 1);
      if (text.length > BANNER_BYTES || !greetingOf(complete).mute) end();
    };
    const timer = setTimeout(end, BANNER_MS);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    socket.on('data', read).once('end', end).once('close', end);
  });
}
