import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseProfileFile, profileFileBytes } from '../../../electron/profiles/profile-file.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { stored } from '../../unit/profiles/stored.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');
const root = process.getuid?.() === 0;

let folder: string;
let undo: (() => unknown)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-hard-'));
  undo = [];
});
afterEach(() => {
  for (const step of undo.toReversed()) step();
  rmSync(folder, { recursive: true });
});

const path = () => join(folder, 'profiles.json');

/** Puts a readable file with so many profiles there: the writers need no passphrase. */
function begin(count: number): void {
  const profiles = Array.from({ length: count }, (_, at) => stored(aProfile({ id: `p${at}`, name: `first-${at}` })));
  const text = profileFileBytes({ version: 2, vault: { mode: 'readable' }, profiles, deleted: [] });
  writeFileSync(path(), text, { mode: 0o600 });
}

function names(): readonly string[] {
  const found = parseProfileFile(readFileSync(path(), 'utf8'));
  if (found.state !== 'read') throw new Error(`the file is ${found.state}`);
  expect(found.dropped).toEqual([]);
  return found.file.profiles.map(({ profile }) => profile.name);
}

interface Writer {
  readonly child: ChildProcess;
  /** What it said so far, whole lines only. */
  readonly lines: string[];
  readonly ended: Promise<unknown>;
}

/** @param limit the largest file that it may write (KiB): a disk that runs full, without the disk */
function start(name: string, count: number, limit?: number): Writer {
  const words = [process.execPath, WRITER, folder, name, String(count)];
  const [file = '', ...args] =
    limit === undefined ? words : ['sh', '-c', `ulimit -f ${limit * 2}; exec "$@"`, 'sh', ...words];
  // electron-store asks the electron package, which in plain Node wants to know where Electron is.
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: tmpdir(), NODE_NO_WARNINGS: '1' };
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return { child, lines, ended: once(child, 'close') };
}

describe('kill -9 in the middle of writing', () => {
  it('leaves a good file with everything that was said to be saved, every time', async () => {
    begin(300);
    const expected = new Set(names());
    for (let round = 0; round < 4; round++) {
      const writer = start(`round${round}`, 1000);
      // Somewhere in the middle, elsewhere each time.
      await expect.poll(() => writer.lines.length, { timeout: 60_000, interval: 1 }).toBeGreaterThan(5 + round * 7);
      writer.child.kill('SIGKILL');
      await writer.ended;
      for (const line of writer.lines) expected.add(line);
      const kept = new Set(names());
      for (const name of expected) expect(kept).toContain(name);
      // The one that was being written when it was killed may have made it.
      expect(kept.size - expected.size).toBeLessThanOrEqual(1);
      for (const name of kept) expected.add(name);
    }
    // What the killed ones left is cleared away by the next write.
    await start('last', 1).ended;
    expect(readdirSync(folder).filter((name) => /\.tmp-|\.lock|\.new$/.test(name))).toEqual([]);
  }, 240_000);
});

describe('two processes that write at once', () => {
  it('lose nothing of each other', async () => {
    begin(3);
    const [one, two] = [start('one', 60), start('two', 60)];
    await Promise.all([one.ended, two.ended]);
    const all = (name: string) => Array.from({ length: 60 }, (_, at) => `${name}-${at}`);
    expect(one.lines).toEqual(all('one'));
    expect(two.lines).toEqual(all('two'));
    expect(new Set(names())).toEqual(new Set(['first-0', 'first-1', 'first-2', ...all('one'), ...all('two')]));
    expect(names()).toHaveLength(123);
  }, 240_000);
});

/** Saves one profile where that cannot work: it has to say so, and everything else has to be as it was. */
async function expectRefused(reason: RegExp, limit?: number): Promise<void> {
  const before = readFileSync(path());
  const { lines, ended } = start('more', 1, limit);
  await ended;
  expect(lines).toEqual([expect.stringMatching(/^problem \{"code":"file-unwritable"/)]);
  expect(lines[0]).toMatch(reason);
  expect(readFileSync(path()).equals(before)).toBe(true);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
}

describe('a disk that is full', () => {
  it('in the middle of the file keeps the old one: a write that was cut off is not taken for one that was not', async () => {
    begin(200);
    const size = statSync(path()).size;
    await expectRefused(/EFBIG|ENOSPC/, Math.floor(size / 1024 / 2));
    await expectRefused(/EFBIG|ENOSPC/, Math.floor(size / 1024));
  });

  it.runIf(root && canMount())('for real keeps the old one, and goes on once there is room', async () => {
    mount('size=192k');
    begin(60);
    const filler = join(folder, 'filler');
    for (const left of [0, 8, 24, 40]) {
      rmSync(filler, { force: true });
      fill(filler, left * 1024);
      await expectRefused(/ENOSPC/);
    }
    rmSync(filler);
    const { lines, ended } = start('more', 1);
    await ended;
    expect(lines).toEqual(['more-0']);
    expect(names()).toHaveLength(61);
  });
});

describe('a folder that is read-only', () => {
  // Root writes into any folder, unless the disk itself is read-only.
  it.runIf(!root || canMount())('is said to be so, and stays as it is', async () => {
    if (root) mount('size=1m');
    begin(3);
    if (root) execFileSync('mount', ['-o', 'remount,ro', folder]);
    else chmodSync(folder, 0o500);
    undo.push(() => root || chmodSync(folder, 0o700));
    await expectRefused(/EROFS|EACCES/);
  });
});

/** A small disk of its own in place of the folder. */
function mount(options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  undo.push(() => execFileSync('umount', [folder]));
}

function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'toctoc-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** Fills the disk but for so many bytes. */
function fill(file: string, left: number): void {
  const [blocks = 0, size = 0] = execFileSync('stat', ['-f', '-c', '%a %S', folder], { encoding: 'utf8' })
    .split(' ')
    .map(Number);
  writeFileSync(file, Buffer.alloc(Math.max(0, blocks * size - left), 1));
}
