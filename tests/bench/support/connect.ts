import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a script does: connect afresh every `everyMs`, each try given that long. Answers with the moment it succeeded. */
export async function connectLoop(host: string, port: number, everyMs: number): Promise<number> {
  for (;;) {
    const started = performance.now();
    const at = await connectOnce(host, port, everyMs);
    if (at !== null) return at;
    await sleep(Math.max(0, started + everyMs - performance.now()));
  }
}

/** One connect, left to the system's own retries until `limitMs`. Answers with the moment it succeeded, or `null`. */
export function connectOnce(host: string, port: number, limitMs: number): Promise<number | null> {
  return new Promise((resolve) => {
    const socket: Socket = connect({ host, port, autoSelectFamily: false });
    const timer = setTimeout(() => socket.destroy(), limitMs);
    socket.on('error', () => {});
    socket.once('connect', () => {
      resolve(performance.now());
      // sshd counts a visitor who leaves before it has spoken.
      socket.once('data', () => socket.destroy());
    });
    socket.once('close', () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
}
