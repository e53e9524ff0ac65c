import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { here } from './language.ts';

/**
 * A passphrase from a file (its first line), or typed at a terminal without being shown; `null`: there is neither.
 * Never from the command line itself, which others on this computer can see.
 */
export async function passphraseFrom(file: string | undefined): Promise<string | null> {
  if (file !== undefined) return readFileSync(file, 'utf8').split(/\r?\n/)[0] ?? '';
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  process.stderr.write(`${here().cli.sharing.askPassphrase} `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise<string>((resolve) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(''));
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
