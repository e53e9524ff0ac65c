import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonReport } from '../../../electron/cli/reporter.ts';
import type { RunEvent } from '../../../electron/knock/request.ts';
import { withoutPorts } from '../../../electron/remote/protocol.ts';
import type { Outcome, RunPhase } from '../../../shared/model/run.ts';

type Phase = Exclude<RunPhase, { phase: 'done' }>;

/** One of each: a kind or a field that is new is a type error here, and has to be told in the manual page. */
const phases: { readonly [P in Phase['phase']]: Required<Extract<Phase, { phase: P }>> } = {
  resolving: { phase: 'resolving' },
  queued: { phase: 'queued' },
  looking: { phase: 'looking' },
  waiting: { phase: 'waiting', reason: 'unfinished-attempt', untilMs: 1 },
  knocking: { phase: 'knocking', index: 0, of: 3, flush: false },
  checking: { phase: 'checking' },
};
const problem = { code: 'zone-unknown', field: 'host', params: { zone: 'eth9' } } as const;
const outcomes: { readonly [R in Outcome['result']]: Required<Extract<Outcome, { result: R }>> } = {
  open: { result: 'open', ms: 1, alreadyOpen: false, banner: null, mute: false },
  sent: { result: 'sent', ms: 1 },
  closed: { result: 'closed', ms: 1, verified: true },
  'still-open': { result: 'still-open', attempts: 5 },
  'not-open': { result: 'not-open', door: 'silent', attempts: 3, everOpened: true },
  cancelled: { result: 'cancelled' },
  failed: { result: 'failed', problem },
};
const events: { readonly [T in RunEvent['type']]: readonly Required<Extract<RunEvent, { type: T }>>[] } = {
  phase: Object.values(phases).map((phase) => ({ type: 'phase', phase })),
  address: [{ type: 'address', address: '192.0.2.7', family: 4 }],
  attempt: [{ type: 'attempt', attempt: 1, maxAttempts: 3 }],
  sent: [{ type: 'sent', index: 0, of: 3, flush: false, port: 7000, protocol: 'udp', atMs: 1 }],
  probe: [{ type: 'probe', atMs: 1 }],
  done: Object.values(outcomes).map((outcome) => ({ type: 'done', outcome })),
};

const manual = readFileSync(join(import.meta.dirname, '../../../build/linux/toctoc.1'), 'utf8');
const [, section = ''] = manual.split('.Sh JSON\n');
/** What the page says of each kind of line. */
const told = new Map(
  (section.split('.Sh ')[0] ?? '').split('.It Ql ').map((item) => {
    const [type = '', ...text] = item.split('\n');
    return [type, [...text.join('\n').matchAll(/Ql ([\w-]+)/g)].map(([, word]) => word)] as const;
  }),
);

/** Every field, and every word of a closed set, in a line of JSON. */
function wordsOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return ['phase', 'result', 'door', 'reason'].includes(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (key === 'params' ? [] : [name, ...wordsOf(inner, name)]));
}

function printed(event: RunEvent): readonly string[] {
  const lines: string[] = [];
  jsonReport({ out: (line) => lines.push(line), error: () => expect.unreachable('it is no mistake') })(event);
  return lines;
}

describe('what --json prints', () => {
  it.each(Object.values(events).flat())('%j is in the manual page', (event) => {
    const lines = printed(event);
    expect(lines).toHaveLength(event.type === 'probe' ? 0 : 1);
    for (const line of lines) {
      const { type, ...rest }: Record<string, unknown> = JSON.parse(line);
      expect(told.get(String(type))).toEqual(expect.arrayContaining([...wordsOf(rest)]));
    }
  });

  it('of a saved profile names no port', () => {
    for (const sent of events.sent) {
      const [line = ''] = printed(sent);
      expect(line).toContain('7000');
      expect(JSON.stringify(withoutPorts(sent))).not.toMatch(/7000|udp/);
    }
  });

  it('and the page knows no kind that there is not', () => {
    const kinds = [...told.keys()].filter((type) => type !== '' && !type.startsWith('With'));
    const ours = Object.keys(events).filter((type) => type !== 'probe');
    expect(kinds.filter((type) => /^[\w-]+$/.test(type)).toSorted()).toEqual([...ours, 'few-lines'].toSorted());
  });
});
