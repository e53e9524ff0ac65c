import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '../../../electron/cli');
/** A module of the command line in a process of its own, whose exit is the one of `toctoc`. */
export const program = (code: string) => ['--input-type=module', '-e', code.replaceAll('CLI', CLI)];

/** The program's standard output as a reader sees it that takes its time, and the program's exit status. */
export async function readSlowly(args: readonly string[], reader: string): Promise<string> {
  const line = `{ "$@" </dev/null; echo "status $?" >&2; } | { sleep 0.5; ${reader}; echo; }`;
  const child = spawn('sh', ['-c', line, 'sh', process.execPath, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  await once(child, 'close');
  return said
    .trim()
    .split(/\s*\n\s*/)
    .toSorted()
    .join(', ');
}
