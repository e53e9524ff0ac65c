import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Lab } from './lab.ts';

/** An ssh session that stands. */
export interface Session {
  /** Sends a line and resolves with what comes back. */
  readonly echo: (line: string) => Promise<string>;
  readonly end: () => Promise<void>;
}

/** Logs in from the client's side, where the tests run, and says back what it is told. */
export async function openSession(lab: Lab, host: string, port = 22): Promise<Session> {
  const options = [
    'StrictHostKeyChecking=no',
    'UserKnownHostsFile=/dev/null',
    'LogLevel=ERROR',
    'BatchMode=yes',
    'ConnectTimeout=10',
  ];
  const key = join(lab.folder, 'client-key');
  const ssh = spawn(
    'ssh',
    [...options.flatMap((option) => ['-o', option]), '-i', key, '-p', String(port), '-l', 'root', '--', host, 'cat'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const echo = async (line: string) => {
    ssh.stdin.write(`${line}\n`);
    const ended = once(ssh, 'close').then(() => Promise.reject(new Error('the session has ended')));
    const [answer]: unknown[] = await Promise.race([once(ssh.stdout, 'data'), ended]);
    return String(answer).trim();
  };
  await echo('hello');
  return {
    echo,
    end: async () => {
      if (!ssh.kill()) return;
      await once(ssh, 'close');
    },
  };
}
