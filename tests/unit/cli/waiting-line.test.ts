import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StatusLine } from '../../../electron/cli/status-line.ts';
import { withWaitingLine } from '../../../electron/cli/waiting-line.ts';
import type { RunEvent } from '../../../electron/knock/request.ts';
import { en } from '../../../shared/text/en.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched(isTTY: boolean) {
  const written: string[] = [];
  const heard: string[] = [];
  let lines = 0;
  const { report, stop } = withWaitingLine(
    (event) => heard.push(event.type),
    () => {
      lines += 1;
      return new StatusLine({ isTTY, columns: 200, write: (text) => written.push(text) }, 'xterm');
    },
    () => en,
  );
  return { report, stop, written, heard, lines: () => lines };
}

const wait = (ms: number): RunEvent => ({
  type: 'phase',
  phase: { phase: 'waiting', reason: 'retry', untilMs: Date.now() + ms },
});
const knocking: RunEvent = { type: 'phase', phase: { phase: 'knocking', index: 0, of: 3, flush: false } };
const done: RunEvent = { type: 'done', outcome: { result: 'sent', ms: 1 } };
const GONE = '\r\u001b[K';

it('counts the seconds of a wait down, and is gone when the run goes on', async () => {
  const { report, written, heard } = watched(true);
  report(wait(3000));
  await vi.advanceTimersByTimeAsync(2500);
  report(knocking);
  await vi.advanceTimersByTimeAsync(5000);
  report(done);
  const said = (seconds: number) => `${GONE}waiting ${seconds} s until the server has forgotten the last attempt`;
  expect(written).toEqual([said(3), said(2), said(1), GONE]);
  expect(heard).toEqual(['phase', 'phase', 'done']);
});

it('is not drawn any more once the wait is over, however late its words come', async () => {
  const { report, written } = watched(true);
  report({ type: 'phase', phase: { phase: 'queued' } });
  report(done);
  await vi.advanceTimersByTimeAsync(5000);
  expect(written).toEqual([]);
});

it('is gone for good once nothing more is heard of the run: a line in its place stays readable', async () => {
  const { report, stop, written } = watched(true);
  report(wait(9000));
  await vi.advanceTimersByTimeAsync(500);
  stop();
  written.push('toctoc: the app ended');
  await vi.advanceTimersByTimeAsync(5000);
  expect(written.slice(1)).toEqual([GONE, 'toctoc: the app ended']);
  expect(vi.getTimerCount()).toBe(0);
});

it('costs a run without a wait nothing', async () => {
  const { report, heard, lines } = watched(true);
  report(knocking);
  report(done);
  expect([heard, lines()]).toEqual([['phase', 'done'], 0]);
});

it('is not in the way of a script', async () => {
  const { report, written } = watched(false);
  report(wait(3000));
  await vi.advanceTimersByTimeAsync(5000);
  expect(written).toEqual([]);
});
