import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lab } from './lab.ts';

/** The built command. */
export const TOCTOC = join(import.meta.dirname, '../../../out/main/toctoc.js');

/** A data folder of its own for every program, ssh's proxies too: nobody's real profiles are looked at, nor their app. */
export const HOME = mkdtempSync(join(tmpdir(), 'toctoc-home-'));
export const env = { ...process.env, TOCTOC_HOME: HOME, LC_ALL: 'C' };

export interface Ended {
  readonly status: number | null;
  readonly out: Buffer;
  readonly error: string;
}

/** Runs a program (by itself on the lab's client, where the tests are) with this standard input. */
export async function ended(
  file: string,
  args: readonly string[],
  input: Buffer | string = '',
  more: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const child = spawn(file, args, { env: { ...env, ...more }, stdio: ['pipe', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const error: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => error.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  return { status, out: Buffer.concat(out), error: Buffer.concat(error).toString() };
}

/** The options that take ssh, scp and their like through `toctoc connect`. */
export function proxied(lab: Lab): readonly string[] {
  return [
    ...['-o', 'BatchMode=yes', '-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null'],
    ...['-o', 'LogLevel=ERROR', '-i', join(lab.folder, 'client-key')],
    ...['-o', `ProxyCommand=${process.execPath} ${TOCTOC} connect %h %p 7000 8000 9000`],
  ];
}
