import { describe, expect, it } from 'vitest';
import { fromList, withCurrentLine } from '../../../electron/knock/one-time.ts';
import { type RunEvent, type RunRequest, requestOf } from '../../../electron/knock/request.ts';
import type { Outcome } from '../../../shared/model/run.ts';
import { formatSequence } from '../../../shared/model/sequence.ts';
import { fail, ok } from '../../../shared/result.ts';
import { aProfile, steps } from '../../fakes/profiles.ts';

const sequences = ['1001 1002 1003', '2001 2002 2003', '3001 3002 3003', '4001 4002'].map((text) => [...steps(text)]);
const NOT_OPEN: Outcome = { result: 'not-open', door: 'silent', attempts: 1, everOpened: true };
const opened = (alreadyOpen: boolean): Outcome => ({ result: 'open', ms: 5, alreadyOpen, banner: null, mute: false });

/** Runs the list from `position` against a server that answers the tries one after the other. */
async function run(position: number, ...answers: readonly Outcome[]) {
  const profile = aProfile({ oneTime: { sequences, position } });
  const requests: RunRequest[] = [];
  const events: RunEvent[] = [];
  const open = fromList(async (request, _signal, emit) => {
    const outcome = answers[requests.length] ?? NOT_OPEN;
    requests.push(request);
    for (let attempt = 1; attempt <= (request.retries ?? 0) + 1; attempt++)
      emit({ type: 'attempt', attempt, maxAttempts: 99 });
    emit({ type: 'done', outcome });
    return { outcome, address: null };
  });
  const result = await open(requestOf(profile, 'knock'), new AbortController().signal, (event) => events.push(event));
  const lines = requests.map((request) => sequences.map(formatSequence).indexOf(formatSequence(request.steps)));
  return { result, lines, events, requests };
}

describe('a run from a one-time list', () => {
  it('knocks the current line, and says that it was used', async () => {
    const { result, lines } = await run(1, opened(false));
    expect(lines).toEqual([1]);
    expect(result.usedLine).toBe(1);
  });

  it('uses no line when the door stood open before', async () => {
    const { result, lines } = await run(1, opened(true));
    expect(lines).toEqual([1]);
    expect(result).not.toHaveProperty('usedLine');
    expect(result.outcome).toMatchObject({ alreadyOpen: true });
  });

  it('tries the next line, then the one before', async () => {
    expect((await run(1, NOT_OPEN, opened(false))).result.usedLine).toBe(2);
    expect((await run(1, NOT_OPEN, NOT_OPEN, opened(false))).result.usedLine).toBe(0);
  });

  it('gives a door that opened late to the line that was knocked before', async () => {
    const { result } = await run(1, NOT_OPEN, opened(true));
    expect(result).toMatchObject({ usedLine: 1, outcome: { alreadyOpen: false } });
  });

  it('uses nothing where no line opens, and counts all attempts as one run', async () => {
    const { result, lines, events } = await run(1);
    expect(lines).toEqual([1, 2, 0]);
    expect(result).not.toHaveProperty('usedLine');
    expect(result.outcome).toMatchObject({ result: 'not-open', attempts: 7 });
    expect(events.filter(({ type }) => type === 'done')).toHaveLength(1);
    const attempts = events.flatMap((event) => (event.type === 'attempt' ? [[event.attempt, event.maxAttempts]] : []));
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7].map((attempt) => [attempt, 7]));
  });

  it('has no neighbours beyond its ends', async () => {
    expect((await run(0)).lines).toEqual([0, 1]);
    expect((await run(3)).lines).toEqual([3, 2]);
  });

  it.each<Outcome>([{ result: 'cancelled' }, { result: 'failed', problem: { code: 'send-failed' } }])(
    'ends with what ended it: $result',
    async (outcome) => {
      const { result, lines } = await run(1, outcome);
      expect(lines).toEqual([1]);
      expect(result).toEqual({ outcome, address: null });
    },
  );

  it('looks before it knocks and after, over IPv4, whatever the profile says', async () => {
    const profile = aProfile({ oneTime: { sequences, position: 0 }, door: { port: 22, check: false } });
    expect(requestOf(profile, 'refresh')).toMatchObject({
      family: 'ipv4',
      serverKind: 'knockd',
      door: { check: true, look: true },
    });
    expect(requestOf({ ...profile, host: 'fe80::1' }, 'knock').family).toBe('automatic');
    expect(requestOf({ ...profile, family: 'ipv6' }, 'knock').family).toBe('ipv6');
    expect(requestOf(profile, 'close').oneTime).toBeUndefined();
  });

  it('leaves other runs alone', async () => {
    const request = requestOf(aProfile(), 'knock');
    const seen: RunRequest[] = [];
    await fromList(async (one) => {
      seen.push(one);
      return { outcome: NOT_OPEN, address: null };
    })(request, new AbortController().signal, () => {});
    expect(seen).toEqual([request]);
  });
});

describe('the list a run begins with', () => {
  const waiting = aProfile({ name: 'as asked', oneTime: { sequences, position: 0 } });

  it('stands where it stands now', () => {
    const now = { ...waiting, name: 'renamed', oneTime: { sequences, position: 2 } };
    expect(withCurrentLine(waiting, () => ok(now))).toEqual(ok({ ...waiting, oneTime: now.oneTime }));
  });

  it('is no list any more once its last line was used', () => {
    const now = { ...waiting, oneTime: { sequences, position: 4 } };
    expect(withCurrentLine(waiting, () => ok(now))).toEqual(fail({ code: 'one-time-exhausted' }));
  });

  it('is no matter for a profile without one', () => {
    expect(withCurrentLine(aProfile(), () => fail({ code: 'internal' }))).toEqual(ok(aProfile()));
  });
});
