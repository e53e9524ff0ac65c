import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/knock/clock.ts';
import { ServerMemory } from '../../../electron/knock/memory.ts';
import { isAlive, ownIdentity, startOf } from '../../../electron/knock/process-identity.ts';
import { ServerLocks } from '../../../electron/knock/server-locks.ts';

const ADDRESS = '192.0.2.1';
const never = new AbortController().signal;
const nothing = () => {};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-locks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const locks = (self = ownIdentity()) => new ServerLocks(folder, self, systemClock);

/** A process that takes the lock by the real code, says so, and stays. */
async function holder(): Promise<ReturnType<typeof spawn>> {
  const source = (name: string) => JSON.stringify(join(import.meta.dirname, '../../../electron/knock', name));
  const code = `
    import { systemClock } from ${source('clock.ts')};
    import { ownIdentity } from ${source('process-identity.ts')};
    import { ServerLocks } from ${source('server-locks.ts')};
    const locks = new ServerLocks(${JSON.stringify(folder)}, ownIdentity(), systemClock);
    await locks.enter([${JSON.stringify(ADDRESS)}], new AbortController().signal, () => {});
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('locks between programs', () => {
  it('let one in at a time, and the next when it leaves', async () => {
    const ours = locks();
    const leave = await ours.enter([ADDRESS, '192.0.2.2'], never, nothing);
    const order: string[] = [];
    const second = ours.enter([ADDRESS], never, () => order.push('waits'));
    second.then(() => order.push('enters'));
    await expect.poll(() => order).toEqual(['waits']);
    order.push('first leaves');
    leave();
    (await second)();
    expect(order).toEqual(['waits', 'first leaves', 'enters']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('do not keep other servers waiting', async () => {
    const leave = await locks().enter([ADDRESS], never, nothing);
    const other = await locks().enter(['192.0.2.2'], never, () => expect.unreachable('it waited'));
    other();
    leave();
  });

  it('are taken in one order by everybody: who waits for the first holds none of the others', async () => {
    const child = await holder();
    const abort = new AbortController();
    let waits = false;
    const waiting = locks().enter([`${ADDRESS}9`, ADDRESS], abort.signal, () => {
      waits = true;
    });
    await expect.poll(() => waits).toBe(true);
    const third = locks({ pid: process.ppid, started: startOf(process.ppid) });
    (await third.enter([`${ADDRESS}9`], never, () => expect.unreachable('it waited')))();
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    child.kill();
  });

  it('are given up by who is aborted while waiting, all of them', async () => {
    const ours = locks();
    const leave = await ours.enter(['b'], never, nothing);
    const abort = new AbortController();
    const waiting = ours.enter(['a', 'b'], abort.signal, () => abort.abort(new Error('enough')));
    await expect(waiting).rejects.toThrow('enough');
    leave();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('survive a crash: the lock is taken over, and the server counts as holding an unfinished attempt', async () => {
    const child = await holder();
    let waited = false;
    const entering = locks().enter([ADDRESS], never, () => {
      waited = true;
    });
    await expect.poll(() => waited).toBe(true);
    expect(locks().unfinishedForMs(ADDRESS)).toBe(0);
    child.kill('SIGKILL');
    (await entering)();
    expect(locks().unfinishedForMs(ADDRESS)).toBeGreaterThan(20_000);
  });

  it.each([6000, 3_601_000])(
    'leave a note of %i ms as the crashed run made it: it knew the timeout',
    async (lifetimeMs) => {
      const crashed = locks({ pid: ownIdentity().pid, started: 'another time' });
      await crashed.enter([ADDRESS], never, nothing);
      crashed.noteUnfinished(ADDRESS, lifetimeMs);
      (await locks().enter([ADDRESS], never, nothing))();
      const left = locks().unfinishedForMs(ADDRESS);
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(lifetimeMs);
      if (lifetimeMs > 26_000) expect(left).toBeGreaterThan(26_000);
    },
  );

  it('are not fooled by a process id that was given out again', async () => {
    const mine = ownIdentity();
    await locks({ pid: mine.pid, started: 'another time' }).enter([ADDRESS], never, nothing);
    const leave = await locks().enter([ADDRESS], never, nothing);
    leave();
  });

  it('take a lock that says nothing away', async () => {
    await locks().enter([ADDRESS], never, nothing);
    const [file = ''] = readdirSync(folder);
    writeFileSync(join(folder, file), '{"pid":');
    (await locks().enter([ADDRESS], never, nothing))();
  });

  it('do not stand in the way when their folder is lost', async () => {
    rmSync(folder, { recursive: true });
    (await locks().enter([ADDRESS], never, () => expect.unreachable('it waited')))();
    locks().noteUnfinished(ADDRESS, 1000);
    expect(locks().unfinishedForMs(ADDRESS)).toBe(0);
  });
});

describe('notes between programs', () => {
  it('tell the next program of an unfinished attempt, and of its end', () => {
    const mine = new ServerMemory(systemClock, locks());
    const theirs = new ServerMemory(systemClock, locks());
    mine.noteUnfinished(ADDRESS, 600_000);
    expect(theirs.unfinishedForMs(ADDRESS)).toBeGreaterThan(400_000);
    expect(theirs.unfinishedForMs('192.0.2.2')).toBe(0);
    mine.noteFinished(ADDRESS);
    expect(theirs.unfinishedForMs(ADDRESS)).toBe(0);
  });

  it('keep server names to themselves', () => {
    new ServerMemory(systemClock, locks()).noteUnfinished(ADDRESS, 6000);
    expect(readdirSync(folder).join()).not.toContain(ADDRESS);
  });

  it('never say more than when they were written, though the clock was set back since', () => {
    const locksAt = (date: number) => new ServerLocks(folder, ownIdentity(), { ...systemClock, date: () => date });
    const noon = Date.now();
    locksAt(noon).noteUnfinished(ADDRESS, 6000);
    const afterwards = [noon + 2000, noon - 3_600_000, noon - 40 * 86_400_000, noon + 6001].map((date) =>
      locksAt(date).unfinishedForMs(ADDRESS),
    );
    expect(afterwards).toEqual([4000, 6000, 6000, 0]);
  });

  it('are not believed when they speak of more than an hour', () => {
    locks().noteUnfinished(ADDRESS, 3_700_000);
    expect(locks().unfinishedForMs(ADDRESS)).toBe(0);
  });
});

describe('a process', () => {
  it('is alive until it ends', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const identity = { pid: child.pid ?? 0, started: startOf(child.pid ?? 0) };
    expect(isAlive(identity)).toBe(true);
    child.kill();
    await once(child, 'exit');
    expect(isAlive(identity)).toBe(false);
  });
});
