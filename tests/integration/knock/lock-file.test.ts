import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LockFiles } from '../../../electron/knock/lock-file.ts';
import { ownIdentity } from '../../../electron/knock/process-identity.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-lock-'));
  file = join(folder, 'a.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Processes that live here only; 1 is dead. `whenAsked` is called whenever one of them looks whether 1 is alive. */
function process(pid: number, whenAsked = (_time: number) => {}): LockFiles {
  let asked = 0;
  return new LockFiles({ pid, started: 'then' }, (owner) => {
    if (owner.pid === 1) whenAsked(++asked);
    return owner.pid !== 1;
  });
}
const leaveDeadLock = (at = file) => writeFileSync(at, JSON.stringify({ pid: 1, started: 'then' }));
const owner = (at = file): unknown => JSON.parse(readFileSync(at, 'utf8')).pid;

describe('a dead process’s lock', () => {
  it('is cleared away with the draft that a process left behind, and no living one’s is', () => {
    const left = [`${file}.1.new`, `${file}.break.1.new`];
    const kept = [`${file}.2.new`, `${file}.3.new`, join(folder, 'b.lock.1.new'), `${file}.new`];
    for (const path of [...left, ...kept]) writeFileSync(path, '');
    process(2).tidy(file);
    expect([left.map(existsSync), kept.map(existsSync)]).toEqual([
      [false, false],
      [true, true, true, true],
    ]);
  });

  it('is taken over at once', () => {
    leaveDeadLock();
    expect([process(2).take(file), owner(), readdirSync(folder)]).toEqual(['taken', 2, ['a.lock']]);
  });

  it('stays broken when another one found it dead too: who has it now keeps it, and nobody else gets it', () => {
    const [a, c] = [process(3), process(4)];
    const others: string[] = [];
    const b = process(2, () => others.push(a.take(file), c.take(file)));
    leaveDeadLock();
    expect([b.take(file), others, owner()]).toEqual(['somebodys', ['taken', 'somebodys'], 3]);
    a.leave(file);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not come back when who broke it leaves again at once', () => {
    const a = process(3);
    const b = process(2, () => {
      expect(a.take(file)).toBe('taken');
      a.leave(file);
    });
    leaveDeadLock();
    b.take(file);
    b.leave(file);
    expect([process(4).take(file), owner()]).toEqual(['taken', 4]);
  });

  it('is nobody else’s to break while one does', () => {
    const a = process(3);
    const others: string[] = [];
    const b = process(2, (time) => {
      // The second look: the breaker is held.
      if (time === 2) others.push(a.take(file));
    });
    leaveDeadLock();
    expect([b.take(file), others, owner()]).toEqual(['taken', ['somebodys'], 2]);
  });

  it('is broken although who broke it before died over it, and who broke that', () => {
    for (const name of ['', '.break', '.break.break']) leaveDeadLock(`${file}${name}`);
    expect([process(2).take(file), owner(), readdirSync(folder)]).toEqual(['taken', 2, ['a.lock']]);
  });
});

describe('a lock', () => {
  it('of our own name that we do not hold is dead: its id was given out again, to us', () => {
    process(2).take(file);
    const a = process(2);
    expect([a.take(file), a.take(file)]).toEqual(['taken', 'somebodys']);
  });

  it('is left by its owner only', () => {
    const a = process(2);
    a.take(file);
    process(3).leave(file);
    expect(owner()).toBe(2);
    writeFileSync(file, JSON.stringify({ pid: 3, started: 'then' }));
    a.leave(file);
    expect(owner()).toBe(3);
  });

  it('from before the computer started is dead where starts are not known', () => {
    writeFileSync(file, JSON.stringify({ pid: globalThis.process.ppid, started: null }));
    const a = new LockFiles(ownIdentity());
    expect(a.take(file)).toBe('somebodys');
    utimesSync(file, 1, 1);
    expect(a.take(file)).toBe('taken');
  });

  it('is not written to by a draft that a crash left linked to it', () => {
    process(2).take(file);
    linkSync(file, `${file}.3.new`);
    const before = readFileSync(file, 'utf8');
    process(3).take(file);
    expect([readFileSync(file, 'utf8'), existsSync(`${file}.3.new`)]).toEqual([before, false]);
  });
});

/** Takes and leaves without a pause; inside, it looks whether anybody else alive is there. */
const contender = (source: (name: string) => string, folder: string) => `
  import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
  import { systemClock } from ${source('clock.ts')};
  import { isAlive, ownIdentity } from ${source('process-identity.ts')};
  import { ServerLocks } from ${source('server-locks.ts')};
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const self = ownIdentity();
  const clock = { ...systemClock, sleepUntil: () => sleep(1) };
  const locks = new ServerLocks(${JSON.stringify(join(folder, 'locks'))}, self, clock);
  const inside = ${JSON.stringify(join(folder, 'inside'))};
  const log = (line) => appendFileSync(${JSON.stringify(join(folder, 'log'))}, line + '\\n');
  const read = () => { try { return JSON.parse(readFileSync(inside, 'utf8')); } catch { return null; } };
  for (;;) {
    const leave = await locks.enter(['192.0.2.1'], new AbortController().signal, () => {});
    const other = read();
    if (other !== null && isAlive(other)) log('two: ' + self.pid + ' found ' + other.pid);
    writeFileSync(inside, JSON.stringify(self));
    await sleep(Math.random() * 4);
    if (read()?.pid !== self.pid) log('two: ' + self.pid + ' was joined');
    rmSync(inside, { force: true });
    log('run');
    leave();
  }`;

describe('several processes, some of which are killed', () => {
  const children = new Set<ChildProcess>();
  afterEach(async () => {
    // Gone, before the folder is that they write to.
    const ended = [...children].map((child) => once(child, 'exit'));
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(ended);
  });

  it('are never inside together, and never locked out', async () => {
    const source = (name: string) => JSON.stringify(join(import.meta.dirname, '../../../electron/knock', name));
    mkdirSync(join(folder, 'locks'));
    const code = contender(source, folder);
    const start = () => {
      const child = spawn(globalThis.process.execPath, ['--input-type=module-typescript', '-e', code], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      children.add(child);
      child.once('exit', () => children.delete(child));
    };
    const log = () => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').split('\n') : []);
    for (let n = 0; n < 5; n++) start();
    await expect.poll(() => log().length, { timeout: 60_000 }).toBeGreaterThan(10);
    for (let kills = 0; kills < 25; kills++) {
      await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 60));
      const [victim] = [...children].toSorted(() => Math.random() - 0.5);
      victim?.kill('SIGKILL');
      if (victim !== undefined) await once(victim, 'exit');
      start();
    }
    const before = log().length;
    await expect.poll(() => log().length, { timeout: 60_000 }).toBeGreaterThan(before + 10);
    expect(log().filter((line) => line.startsWith('two'))).toEqual([]);
  }, 180_000);
});
