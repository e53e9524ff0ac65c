import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lab } from './lab.ts';

/** Ends a capture and answers with its packets; with `last`, only once such a packet has been seen (or 30 s have passed). */
export type StopCapture = (last?: (packet: string) => boolean) => Promise<readonly string[]>;

/** Notes what reaches the server over the clean path: `tcp 7000` for a SYN, `udp/1 8000` for a datagram of one byte. */
export async function capture(lab: Lab): Promise<StopCapture> {
  const filter = 'udp or (tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn)';
  // -q: by port numbers alone tcpdump would take some of these for other protocols and print them otherwise.
  const [file, ...args] = lab.on('server', 'tcpdump', '-i', 's0', '-n', '-l', '-q', '--immediate-mode', filter);
  const dump = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  dump.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const packets = () =>
    [...text.matchAll(/> [\d.]+\.(\d+): (?:(tcp) 0|UDP, length (\d+))/g)].map(
      ([, port, tcp, length]) => `${tcp ?? `udp/${length}`} ${port}`,
    );
  await once(dump.stderr, 'data');
  return async (last) => {
    for (let i = 0; i < 600 && last !== undefined && !packets().some(last); i++) await sleep(50);
    dump.kill();
    await once(dump, 'close');
    return packets();
  };
}
