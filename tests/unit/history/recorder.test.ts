import { beforeEach, describe, expect, it } from 'vitest';
import { RunRecorder } from '../../../electron/history/recorder.ts';
import type { RunEvent } from '../../../electron/knock/request.ts';
import { nextRun } from '../../../electron/knock/run-state.ts';
import type { Outcome, RunState } from '../../../shared/model/run.ts';
import { MAX_MARKS, type Mark, type Timeline } from '../../../shared/model/timeline.ts';
import { aRun } from '../../fakes/profiles.ts';

const OPEN: Outcome = { result: 'open', ms: 131.26, alreadyOpen: false, banner: 'SSH-2.0-x', mute: false };

let now: number;
let shown: (Timeline | null)[];
let over: (readonly [RunState, readonly Mark[]])[];
let recorder: RunRecorder;

beforeEach(() => {
  now = 1000;
  shown = [];
  over = [];
  recorder = new RunRecorder({
    now: () => now,
    onTimeline: (timeline) => shown.push(timeline),
    onOver: (run, marks) => over.push([run, marks]),
  });
});

const knock = (index: number, atMs: number, flush = false): RunEvent => ({
  ...{ type: 'sent', index, of: 3, flush, port: 7117 + index, atMs },
  protocol: index === 1 ? 'udp' : 'tcp',
});

/** Tells the events of one run at their times; a packet's own time wins. */
function tell(events: readonly (readonly [at: number, event: RunEvent])[], begin = aRun({ phase: 'resolving' })): void {
  let run = begin;
  for (const [at, event] of events) {
    now = at;
    run = nextRun(run, event);
    recorder.hear(run, event);
  }
}

const whole: readonly (readonly [number, RunEvent])[] = [
  [1000, { type: 'phase', phase: { phase: 'resolving' } }],
  [1004, { type: 'attempt', attempt: 1, maxAttempts: 3 }],
  [1004, { type: 'address', address: '192.0.2.7', family: 4 }],
  [1005, { type: 'phase', phase: { phase: 'knocking', index: 0, of: 3, flush: false } }],
  [1006, knock(0, 1005.04)],
  [1056, knock(1, 1055.06)],
  [1106, knock(2, 1105.09)],
  [1106, { type: 'phase', phase: { phase: 'checking' } }],
  [1113, { type: 'probe', atMs: 1112.04 }],
  [1150, { type: 'done', outcome: OPEN }],
];

describe('what happens in a run', () => {
  it('is noted in ms since it began, packets by the moment they left', () => {
    tell(whole);
    expect(over).toHaveLength(1);
    expect(over[0]?.[1]).toEqual([
      { kind: 'stage', ms: 0, stage: 'resolving' },
      { kind: 'attempt', ms: 4, attempt: 1, family: 4 },
      { kind: 'stage', ms: 5, stage: 'knocking' },
      { kind: 'knock', ms: 5, index: 1, of: 3, flush: false, protocol: 'tcp' },
      { kind: 'knock', ms: 55.1, index: 2, of: 3, flush: false, protocol: 'udp' },
      { kind: 'knock', ms: 105.1, index: 3, of: 3, flush: false, protocol: 'tcp' },
      { kind: 'stage', ms: 106, stage: 'checking' },
      { kind: 'probe', ms: 112 },
      { kind: 'open', ms: 131.3 },
      { kind: 'end', ms: 150 },
    ]);
  });

  it('never names a port', () => {
    tell(whole);
    recorder.watch('web');
    expect(JSON.stringify([over, shown])).not.toMatch(/711[789]/);
  });

  it('is shown of the watched profile only, as it goes on', () => {
    recorder.watch('mail');
    tell(whole);
    expect(shown).toEqual([null]);
    recorder.watch('web');
    expect(shown.at(-1)).toMatchObject({ runId: 'run-1', profileId: 'web' });
    expect(shown.at(-1)?.marks).toHaveLength(10);
    tell(whole.slice(0, 2), aRun({ phase: 'resolving' }, { runId: 'run-2' }));
    expect(shown.at(-1)).toEqual({
      ...{ runId: 'run-2', profileId: 'web' },
      marks: [{ kind: 'stage', ms: 0, stage: 'resolving' }],
    });
    recorder.watch(null);
    expect(shown.at(-1)).toBeNull();
  });

  it('of a run that could not begin is its end', () => {
    tell([[1000, { type: 'done', outcome: { result: 'cancelled' } }]]);
    expect(over[0]?.[1]).toEqual([{ kind: 'end', ms: 0 }]);
  });

  it('is bounded, and keeps its end', () => {
    const many = Array.from({ length: MAX_MARKS + 50 }, (_, at) => [1000 + at, knock(at % 3, 1000 + at)] as const);
    tell([...many, [3000, { type: 'done', outcome: OPEN }]]);
    const marks = over[0]?.[1] ?? [];
    expect(marks.length).toBeLessThanOrEqual(MAX_MARKS);
    expect(marks.slice(-2).map(({ kind }) => kind)).toEqual(['open', 'end']);
  });
});
