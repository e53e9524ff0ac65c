import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DoorRule, KnockdRules, type Verdict } from '../../../electron/practice/knockd-rules.ts';
import { knocksOf } from '../../../shared/model/sequence.ts';
import { steps } from '../../fakes/profiles.ts';

const hits = (text: string) => knocksOf(steps(text));
const door = (name: string, sequence: string, seqTimeoutS = 5): DoorRule => ({
  name,
  sequence: hits(sequence),
  seqTimeoutS,
});
const STOCK = [door('open', '7000 8000 9000'), door('close', '9000 8000 7000')];
const ME = '192.0.2.1';

/** One word per verdict: `open+1`, `open!` (opened), `open=` (repeated), `open?` (out of order), `open~` (timed out). */
function short(verdict: Verdict): string {
  const signs = { opened: '!', repeated: '=', 'out-of-order': '?', 'timed-out': '~' };
  return verdict.door + (verdict.kind === 'step' ? `+${verdict.stage}` : signs[verdict.kind]);
}

/** Sends ports one after the other, `everyMs` apart, and says what each did. */
function send(rules: KnockdRules, sequence: string, { from = ME, atMs = 0, everyMs = 0 } = {}): readonly string[] {
  return hits(sequence).map((hit, index) =>
    rules
      .hit(from, hit, atMs + index * everyMs)
      .map(short)
      .join(' '),
  );
}

// A real knockd 0.8 was sent random packets over loopback and came to the same verdicts, one by one.
describe('knockd’s rules', () => {
  it.each<readonly [what: string, doors: readonly DoorRule[], sent: string, said: readonly string[]]>([
    ['the sequence opens', STOCK, '7000 8000 9000', ['open+1', 'open+2', 'open!']],
    ['its reverse closes', STOCK, '9000 8000 7000', ['close+1', 'close+2', 'close!']],
    ['one knock is a sequence', [door('open', '7000')], '7000 7000', ['open!', 'open!']],
    ['a duplicate kills', STOCK, '7000 7000 8000 9000', ['open+1', 'open=', '', 'close+1']],
    [
      'the killer starts nothing, the next packet does',
      STOCK,
      '7000 7000 7000 8000 9000',
      ['open+1', 'open=', 'open+1', 'open+2', 'open!'],
    ],
    ['a port out of turn kills', STOCK, '7000 9000 8000', ['open+1', 'open?', '']],
    [
      'another door’s port kills',
      [door('open', '7000 8000 9000'), door('web', '1000 2000')],
      '7000 1000 8000 9000',
      ['open+1', 'open?', '', ''],
    ],
    ['the protocol counts', [door('open', '7000 8000:udp')], '7000 8000', ['open+1', 'open?']],
    [
      'the same port over another protocol is no duplicate',
      [door('open', '7000 7000:udp')],
      '7000 7000:udp',
      ['open+1', 'open!'],
    ],
    [
      'a port may come twice where the sequence says so',
      [door('open', '7000 7000 8000')],
      '7000 7000 8000',
      ['open+1', 'open+2', 'open!'],
    ],
    [
      'a finished attempt is cleared by the next packet',
      [door('open', '7000 8000')],
      '7000 8000 7000 8000',
      ['open+1', 'open!', 'open+1', 'open!'],
    ],
    ['the middle port alone does nothing', STOCK, '8000 8000', ['', '']],
  ])('%s', (_what, doors, sent, said) => {
    expect(send(new KnockdRules(doors), sent)).toEqual(said);
  });

  it('keep sources apart', () => {
    const rules = new KnockdRules(STOCK);
    expect(send(rules, '7000 8000')).toEqual(['open+1', 'open+2']);
    expect(send(rules, '7000 9000', { from: '192.0.2.2' })).toEqual(['open+1', 'open?']);
    expect(send(rules, '9000')).toEqual(['open!']);
  });
});

describe('the retry trap', () => {
  // The last packet was lost.
  const stale = () => {
    const rules = new KnockdRules(STOCK);
    send(rules, '7000 8000');
    return rules;
  };

  it('an immediate retry fails, and leaves the close door half open for the next one', () => {
    const rules = stale();
    expect(send(rules, '7000 8000 9000')).toEqual(['open?', '', 'close+1']);
    for (let retry = 2; retry <= 6; retry++) {
      expect(send(rules, '7000 8000 9000')).toEqual(['close?', '', 'close+1']);
    }
  });

  it('the first retry after its memory opens', () => {
    expect(send(stale(), '7000 8000 9000', { atMs: 6000 })).toEqual(['open~ open+1', 'open+2', 'open!']);
  });

  it('a flush opens at once', () => {
    expect(send(stale(), '8000 8000 8000 7000 8000 9000').at(-1)).toBe('open!');
  });

  it.each([2, 3])('a flush of %i opens after any stale state', (count) => {
    const port = fc.constantFrom('7000', '8000', '9000');
    fc.assert(
      fc.property(fc.array(port, { maxLength: 8 }), (before) => {
        const rules = new KnockdRules(STOCK);
        send(rules, before.join(' ') || '1');
        const said = send(rules, `${'8000 '.repeat(count)}7000 8000 9000`);
        expect(said.at(-1)).toBe('open!');
      }),
      { numRuns: 500 },
    );
  });
});

describe('seq_timeout, in whole seconds', () => {
  it.each<readonly [startMs: number, atMs: number, opens: boolean]>([
    [0, 4999, true],
    [0, 5000, false],
    [999, 4999, true],
    [999, 5000, false],
    [1000, 5999, true],
    [1999, 5999, true],
    [1999, 6000, false],
  ])('begun at %i ms, ended at %i ms: %j', (startMs, atMs, opens) => {
    const rules = new KnockdRules([door('open', '7000 8000')]);
    send(rules, '7000', { atMs: startMs });
    expect(send(rules, '8000', { atMs })).toEqual([opens ? 'open!' : 'open~']);
  });

  it('counts from the first hit, not from the last', () => {
    const rules = new KnockdRules(STOCK);
    expect(send(rules, '7000 8000 9000', { everyMs: 2500 })).toEqual(['open+1', 'open+2', 'open~ close+1']);
  });

  it('lets the packet that finds it expired begin anew', () => {
    const rules = new KnockdRules(STOCK);
    send(rules, '7000 8000');
    expect(send(rules, '7000 8000 9000', { atMs: 5000 })).toEqual(['open~ open+1', 'open+2', 'open!']);
  });

  it('tells nobody of somebody else’s expired attempt', () => {
    const rules = new KnockdRules(STOCK);
    send(rules, '7000', { from: '192.0.2.2' });
    expect(send(rules, '7000', { atMs: 9000 })).toEqual(['open+1']);
  });
});
