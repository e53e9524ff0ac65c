import { describe, expect, it } from 'vitest';
import { jsonReport, type Lines, textReport } from '../../../electron/cli/reporter.ts';
import type { RunEvent } from '../../../electron/knock/request.ts';
import type { Outcome } from '../../../shared/model/run.ts';
import { en } from '../../../shared/text/en.ts';

const OPEN: Outcome = { result: 'open', ms: 12.6, alreadyOpen: false, banner: 'SSH-2.0-x', mute: false };
const RUN: readonly RunEvent[] = [
  { type: 'phase', phase: { phase: 'resolving' } },
  { type: 'phase', phase: { phase: 'queued' } },
  { type: 'attempt', attempt: 1, maxAttempts: 3 },
  { type: 'address', address: '192.0.2.7', family: 4 },
  { type: 'phase', phase: { phase: 'looking' } },
  { type: 'phase', phase: { phase: 'knocking', index: 0, of: 1, flush: true } },
  { type: 'sent', index: 0, of: 1, flush: true, port: 8000, protocol: 'udp', atMs: 1 },
  { type: 'sent', index: 0, of: 1, flush: false, port: 7000, protocol: 'tcp', atMs: 2 },
  { type: 'phase', phase: { phase: 'checking' } },
  { type: 'attempt', attempt: 2, maxAttempts: 3 },
];

function report(make: (lines: Lines) => (event: RunEvent) => void, events: readonly RunEvent[]) {
  const out: string[] = [];
  const error: string[] = [];
  const tell = make({ out: (line) => out.push(line), error: (line) => error.push(line) });
  for (const event of events) tell(event);
  return { out, error };
}
const quiet = (...events: readonly RunEvent[]) => report((lines) => textReport(lines, false, en), events);
const verbose = (...events: readonly RunEvent[]) => report((lines) => textReport(lines, true, en), events);
const done = (outcome: Outcome): RunEvent => ({ type: 'done', outcome });

describe('what a person reads', () => {
  it('is nothing while all goes well, as with knock(1)', () => {
    expect(quiet(...RUN, done(OPEN))).toEqual({ out: [], error: [] });
  });

  it('is every packet and phase with -v', () => {
    expect(verbose(...RUN, done(OPEN))).toEqual({
      out: [
        'waiting for another run to the same server',
        'looking whether the door is already open',
        'hitting udp 192.0.2.7:8000 (flush)',
        'hitting tcp 192.0.2.7:7000',
        'checking the door',
        'attempt 2 of 3',
        'open after 13 ms\nSSH-2.0-x',
      ],
      error: [],
    });
  });

  it('says how long it waits, rounded up', () => {
    const waiting = { phase: 'waiting', reason: 'retry', untilMs: Date.now() + 3_600_000 } as const;
    const { out } = verbose({ type: 'phase', phase: waiting });
    expect(out).toHaveLength(1);
    expect(Number(/waiting (\d+) s/.exec(out[0] ?? '')?.[1])).toBeGreaterThan(3000);
  });

  it.each<readonly [outcome: Outcome, line: RegExp]>([
    [{ result: 'not-open', door: 'silent', attempts: 3, everOpened: true }, /not open.* 3.*no answer/],
    [{ result: 'not-open', door: 'refused', attempts: 3, everOpened: true }, /not open.* 3.*refused/],
    [{ result: 'still-open', attempts: 5 }, /still open.* 5/],
    [{ result: 'cancelled' }, /interrupted/],
    [{ result: 'failed', problem: { code: 'name-not-found', params: { host: 'servr' } } }, /^toctoc: Host “servr”/],
  ])('is always told of a failure, on standard error: %j', (outcome, line) => {
    for (const said of [quiet(done(outcome)), verbose(done(outcome))]) {
      expect(said).toEqual({ out: [], error: [expect.stringMatching(line)] });
      expect(said.error[0]).not.toContain('{{');
    }
  });

  it('is told that an open door does not speak, and what to do, also without -v', () => {
    const mute = done({ ...OPEN, banner: 'Exceeded MaxStartups', mute: true });
    const error = [expect.stringMatching(/open, but the server did not greet.*MaxStartups.*Wait/)];
    expect(quiet(mute)).toEqual({ out: [], error });
    expect(verbose(mute)).toEqual({ out: ['open after 13 ms\nExceeded MaxStartups'], error });
  });

  it.each<readonly [outcome: Outcome, line: string]>([
    [{ ...OPEN, alreadyOpen: true, banner: null }, 'already open: no knock was needed'],
    [{ result: 'sent', ms: 1 }, 'all knocks sent'],
    [{ result: 'closed', ms: 1, verified: true }, 'closed'],
    [{ result: 'closed', ms: 1, verified: false }, 'close sequence sent'],
  ])('with -v: %j', (outcome, line) => {
    expect([quiet(done(outcome)).out, verbose(done(outcome)).out]).toEqual([[], [line]]);
  });
});

describe('what a script reads', () => {
  it('is one JSON object per event per line', () => {
    const { out, error } = report(jsonReport, [...RUN, done(OPEN)]);
    expect(out.map((line) => JSON.parse(line))).toEqual([...RUN, done(OPEN)]);
    expect(out.every((line) => !line.includes('\n'))).toBe(true);
    expect(error).toEqual([]);
  });

  it('stays one line whatever a server says', () => {
    const { out } = report(jsonReport, [done({ ...OPEN, banner: 'a\nb\u2028c' })]);
    expect(out).toHaveLength(1);
    expect(out[0]?.split('\n')).toHaveLength(1);
  });
});
