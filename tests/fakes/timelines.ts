import type { Mark, Stage } from '../../shared/model/timeline.ts';

const stage = (ms: number, name: Stage): Mark => ({ kind: 'stage', ms, stage: name });
const attempt = (ms: number, number: number): Mark => ({ kind: 'attempt', ms, attempt: number, family: 4 });
const knocks = (begin: number, gapMs: number, flush = false): readonly Mark[] =>
  [0, 1, 2].map((at) => {
    const ms = Math.round((begin + at * gapMs) * 10) / 10;
    return { kind: 'knock', ms, index: at + 1, of: 3, flush, protocol: at === 1 && !flush ? 'udp' : 'tcp' };
  });

/** Check attempts, from a moment on. */
const probes = (begin: number, count: number, everyMs = 50): readonly Mark[] =>
  Array.from({ length: count }, (_, at) => ({ kind: 'probe', ms: Math.round((begin + at * everyMs) * 10) / 10 }));

/** Opened at once. */
export const openedMarks: readonly Mark[] = [
  ...[
    stage(0, 'resolving'),
    attempt(12.4, 1),
    stage(12.9, 'knocking'),
    ...knocks(13.2, 50.1),
    stage(113.4, 'checking'),
    ...probes(119.4, 2, 15),
  ],
  ...([
    { kind: 'open', ms: 137.5 },
    { kind: 'end', ms: 160.8 },
  ] as const),
];

/** Opened at the second attempt, after a flush. */
export const flushedMarks: readonly Mark[] = [
  ...[
    stage(0, 'resolving'),
    attempt(8, 1),
    stage(8.2, 'looking'),
    ...probes(8.3, 3, 100),
    stage(308.4, 'knocking'),
    ...knocks(309, 50.1),
  ],
  ...[
    stage(409.4, 'checking'),
    ...probes(415, 12),
    attempt(1009.6, 2),
    stage(1010, 'knocking'),
    ...knocks(1010.3, 20, true),
  ],
  ...[...knocks(1150.4, 100.1), stage(1350.8, 'checking'), ...probes(1357, 2, 15)],
  ...([
    { kind: 'open', ms: 1381.2 },
    { kind: 'end', ms: 1410 },
  ] as const),
];

/** Never opened; waited for before each retry. */
export const silentMarks: readonly Mark[] = [
  ...[stage(0, 'resolving'), attempt(8, 1), stage(8.2, 'knocking'), ...knocks(9, 50.1), stage(109.4, 'checking')],
  ...probes(115, 12),
  ...[attempt(709.6, 2), stage(710, 'waiting'), stage(26_110, 'knocking'), ...knocks(26_110.3, 100.1)],
  ...[stage(26_310.8, 'checking'), attempt(27_030, 3), stage(27_030.5, 'waiting'), stage(52_430, 'knocking')],
  ...[...knocks(52_430.3, 100.1), stage(52_631, 'checking'), { kind: 'end', ms: 53_495 } as const],
];
