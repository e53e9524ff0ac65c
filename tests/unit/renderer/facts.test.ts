import { expect, it } from 'vitest';
import { factsOf } from '../../../renderer/features/timeline/facts.ts';
import type { Mark } from '../../../shared/model/timeline.ts';

const stage = (ms: number, name: Extract<Mark, { kind: 'stage' }>['stage']): Mark => ({
  kind: 'stage',
  ms,
  stage: name,
});
const knock = (ms: number, index: number, flush = false): Mark => ({
  ...{ kind: 'knock', ms, index, of: 2, flush },
  protocol: 'tcp',
});

const twice: readonly Mark[] = [
  ...([stage(0, 'resolving'), { kind: 'attempt', ms: 4, attempt: 1, family: 4 }] as const),
  ...[stage(5, 'knocking'), knock(6, 1), knock(56, 2), stage(56, 'checking')],
  ...([
    { kind: 'probe', ms: 60 },
    { kind: 'probe', ms: 160 },
    { kind: 'attempt', ms: 556, attempt: 2, family: 4 },
  ] as const),
  ...[stage(556, 'knocking'), knock(557, 1, true), knock(600, 1), knock(640, 2), stage(640, 'checking')],
  ...([
    { kind: 'probe', ms: 700 },
    { kind: 'end', ms: 1640 },
  ] as const),
];

it('counts how long the door was watched from the knocks to what came next, whatever was tried meanwhile', () => {
  expect(factsOf(twice).watched).toBe(500 + 1000);
});

it('counts the knocks of sequences, and measures the last attempt', () => {
  expect(factsOf(twice)).toMatchObject({ count: 4, attempts: 2, spread: 40, last: 640, opened: null, end: 1640 });
});

it('makes nothing of a run in which nothing happened', () => {
  expect(factsOf([])).toEqual({ count: 0, attempts: 1, spread: 0, last: 0, opened: null, end: 0, watched: 0 });
});
