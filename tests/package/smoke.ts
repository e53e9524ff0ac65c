// node tests/package/smoke.ts: the program in dist/ as it is shipped, on this system: its window knocks, its command line
// knocks through it, and what it has seen is there after a restart. Ends with 1 and a sentence where that is not so.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../build/runtime/process.ts';
import { PRACTICE_ID } from '../../shared/model/profile.ts';
import { packedProgram } from './support/packed-program.ts';
import { Program } from './support/program.ts';

const { program, command } = packedProgram(process.platform, process.arch);
const folder = mkdtempSync(join(tmpdir(), 'toctoc-smoke-'));
const data = join(folder, 'data');
mkdirSync(data);
// One's own: whatever else of Toctoc runs here is none of this program's.
const env = { ...process.env, TOCTOC_HOME: data, ...(process.platform === 'linux' && { XDG_RUNTIME_DIR: folder }) };
const words = ['--disable-gpu', `--user-data-dir=${data}`, ...((await canSandbox()) ? [] : ['--no-sandbox'])];
const toctoc = (...args: readonly string[]) => execFileSync(command, args, { env, encoding: 'utf8', timeout: 120_000 });

try {
  const version = toctoc('--version').trim();
  const first = await Program.start([program, ...words], env, data);
  const { page } = first;
  await page.getByRole('button', { name: 'Knock', exact: true }).click();
  await page.getByRole('status').getByText('The door is open').first().waitFor();
  const practice = toctoc('list', '--json');
  if (!practice.includes(`"${PRACTICE_ID}"`)) throw new Error(`the command line does not list it: ${practice}`);
  // Fails unless the door opened.
  toctoc('knock', PRACTICE_ID);
  // On Windows it is ended rather than asked to end: by then it has to be on the disk.
  for (let waited = 0; !read(join(data, 'history.json')).includes(PRACTICE_ID); waited += 100) {
    if (waited > 60_000) throw new Error('what it did is not on the disk after a minute');
    await sleep(100);
  }
  await first.quit();

  const second = await Program.start([program, ...words], env, data);
  const known = await second.page.evaluate(async () => {
    const { value } = await Reflect.get(globalThis, 'toctoc').invoke('app:snapshot');
    return value.history.length;
  });
  if (known === 0) throw new Error('it does not remember what it did');
  await second.quit();
  console.log(`Toctoc ${version} on ${process.platform} ${process.arch} starts, knocks and remembers: ${program}`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}

/** Chromium refuses to sandbox root's processes, and cannot where user namespaces are forbidden, as on Ubuntu's runners. */
async function canSandbox(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  if (process.getuid?.() === 0) return false;
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true']);
  if (code !== 0) console.log('This system forbids user namespaces: the program is tried without its sandbox.');
  return code === 0;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
