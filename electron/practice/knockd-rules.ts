import type { Protocol } from '../../shared/model/sequence.ts';

/** A packet's destination, as knockd compares it. */
export interface Hit {
  readonly port: number;
  readonly protocol: Protocol;
}

/** A section of knockd.conf. */
export interface DoorRule {
  readonly name: string;
  readonly sequence: readonly Hit[];
  /** Whole seconds, as in knockd.conf. */
  readonly seqTimeoutS: number;
}

/** What one hit did to one door's attempt. */
export type Verdict =
  | { readonly kind: 'step'; readonly door: string; readonly stage: number; readonly of: number }
  | { readonly kind: 'opened'; readonly door: string }
  | { readonly kind: 'repeated'; readonly door: string }
  | { readonly kind: 'out-of-order'; readonly door: string }
  | { readonly kind: 'timed-out'; readonly door: string };

interface Attempt {
  readonly source: string;
  readonly door: DoorRule;
  readonly startedS: number;
  stage: number;
  dead: boolean;
}

const same = (a: Hit | undefined, b: Hit): boolean => a?.port === b.port && a.protocol === b.protocol;

/**
 * knockd's own bookkeeping, in user space: one attempt per source and door.
 *
 * As knockd 0.8 does it: a hit that is not the expected one kills the attempt, the same port again included; a dead or
 * completed attempt is cleared away by the next hit; only a hit from a source that has no attempt at any door starts one,
 * so that neither the hit that kills nor the one that completes does; `seq_timeout` is compared in whole seconds; ports of
 * no door never get here.
 */
export class KnockdRules {
  readonly #doors: readonly DoorRule[];
  #attempts: Attempt[] = [];

  constructor(doors: readonly DoorRule[]) {
    this.#doors = doors;
  }

  /** Takes one packet from `source` at `atMs` (since 1970) and says what it did. */
  hit(source: string, hit: Hit, atMs: number): readonly Verdict[] {
    const second = Math.floor(atMs / 1000);
    const verdicts: Verdict[] = this.#clear(second, source);
    let current = this.#attempts.filter((one) => one.source === source);
    if (current.length === 0) {
      current = this.#doors
        .filter((door) => same(door.sequence[0], hit))
        .map((door) => ({ source, door, startedS: second, stage: 0, dead: false }));
      this.#attempts.push(...current);
    }
    return [...verdicts, ...current.map((attempt) => advance(attempt, hit))];
  }

  /** Removes dead and expired attempts of everybody; tells of the expired ones of `source`. */
  #clear(second: number, source: string): Verdict[] {
    const expired = this.#attempts.filter((one) => !one.dead && second - one.startedS >= one.door.seqTimeoutS);
    this.#attempts = this.#attempts.filter((one) => !one.dead && !expired.includes(one));
    return expired
      .filter((one) => one.source === source)
      .map((one) => ({ kind: 'timed-out', door: one.door.name }) as const);
  }
}

function advance(attempt: Attempt, hit: Hit): Verdict {
  const { door } = attempt;
  if (!same(door.sequence[attempt.stage], hit)) {
    const repeated = same(door.sequence[attempt.stage - 1], hit);
    attempt.dead = true;
    return { kind: repeated ? 'repeated' : 'out-of-order', door: door.name };
  }
  attempt.stage += 1;
  const complete = attempt.stage === door.sequence.length;
  attempt.dead = complete;
  return complete
    ? { kind: 'opened', door: door.name }
    : { kind: 'step', door: door.name, stage: attempt.stage, of: door.sequence.length };
}
