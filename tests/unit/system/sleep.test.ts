import { EventEmitter } from 'node:events';
import { networkInterfaces } from 'node:os';
import { powerMonitor } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aroundSleep } from '../../../electron/system/sleep.ts';

vi.mock('electron', () => ({ powerMonitor: new EventEmitter() }));
vi.mock('node:os', () => ({ networkInterfaces: vi.fn() }));
vi.mock('node:timers/promises', () => ({ setTimeout: (ms: number) => new Promise((wake) => setTimeout(wake, ms)) }));

// What the module sees of Electron here is an emitter.
const monitor: Pick<EventEmitter, 'emit' | 'listenerCount'> = powerMonitor;
let happened: string[];
let forget: () => void;
let sleeps: number;

/** Whether this computer has an address that others can see. */
function network(is: boolean): void {
  const info = { address: '192.0.2.7', netmask: '255.255.255.0', family: 'IPv4', mac: '', cidr: null } as const;
  vi.mocked(networkInterfaces).mockReturnValue({
    lo: [{ ...info, address: '127.0.0.1', internal: true }],
    ...(is && { eth0: [{ ...info, internal: false }] }),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  network(true);
  happened = [];
  sleeps = 0;
  forget = aroundSleep({
    before: () => {
      sleeps += 1;
      happened.push(`before ${sleeps}`);
      return sleeps;
    },
    after: (which) => happened.push(`after ${which}`),
  });
});
afterEach(() => {
  forget();
  vi.useRealTimers();
});

describe('around a sleep', () => {
  it('what was interrupted is taken up at the end of it, once', async () => {
    monitor.emit('suspend');
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(happened).toEqual(['before 1']);
    monitor.emit('resume');
    monitor.emit('resume');
    expect(happened).toEqual(['before 1', 'after 1']);
  });

  it('the network is waited for, though not for ever', async () => {
    network(false);
    monitor.emit('suspend');
    monitor.emit('resume');
    await vi.advanceTimersByTimeAsync(2000);
    expect(happened).toEqual(['before 1']);
    network(true);
    await vi.advanceTimersByTimeAsync(500);
    expect(happened).toEqual(['before 1', 'after 1']);
    network(false);
    monitor.emit('suspend');
    monitor.emit('resume');
    await vi.advanceTimersByTimeAsync(29_000);
    expect(happened).not.toContain('after 2');
    await vi.advanceTimersByTimeAsync(2000);
    expect(happened).toContain('after 2');
  });

  it('nothing begins when the computer goes to sleep again before its network is back', async () => {
    network(false);
    monitor.emit('suspend');
    monitor.emit('resume');
    await vi.advanceTimersByTimeAsync(1000);
    monitor.emit('suspend');
    // The network comes, and the wait ends, while the system is about to sleep.
    network(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(happened).toEqual(['before 1', 'before 2']);
    monitor.emit('resume');
    expect(happened).toEqual(['before 1', 'before 2', 'after 1', 'after 2']);
  });

  it('a sleep that is announced twice loses nothing', () => {
    monitor.emit('suspend');
    monitor.emit('suspend');
    monitor.emit('resume');
    expect(happened).toEqual(['before 1', 'before 2', 'after 1', 'after 2']);
  });

  it('nobody is told any more once it is over', async () => {
    network(false);
    monitor.emit('suspend');
    monitor.emit('resume');
    forget();
    network(true);
    await vi.advanceTimersByTimeAsync(60_000);
    monitor.emit('suspend');
    expect(happened).toEqual(['before 1']);
    expect(monitor.listenerCount('suspend') + monitor.listenerCount('resume')).toBe(0);
  });
});
