import { uptime } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isAlive, ownIdentity } from '../../../electron/knock/process-identity.ts';

const bootedMs = Date.now() - uptime() * 1000;
/** This process, where the system does not say when it started. */
const unsaid = { pid: process.pid, started: null };

afterEach(() => vi.restoreAllMocks());

/** The system's answer to a question about somebody else's process. */
function refuses(code: string): void {
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
}

describe('a process whose start is not known', () => {
  it('is alive while its id is taken', () => {
    expect(isAlive(unsaid)).toBe(true);
    expect(isAlive(unsaid, bootedMs + 1000)).toBe(true);
  });

  it.each(['EPERM', 'ESRCH'])('has gone where the system says %s', (code) => {
    refuses(code);
    expect(isAlive(unsaid)).toBe(false);
  });

  it('has gone when it was seen before the computer started', () => {
    expect(isAlive(unsaid, bootedMs - 60_000)).toBe(false);
  });
});

describe.runIf(process.platform === 'linux')('a process whose start is known', () => {
  it('is told by it alone', () => {
    refuses('EPERM');
    expect(isAlive(ownIdentity(), 0)).toBe(true);
    expect(isAlive({ ...ownIdentity(), started: 'another time' })).toBe(false);
  });
});
