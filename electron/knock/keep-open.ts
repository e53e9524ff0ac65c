import type { KeptOpen } from '../../shared/model/app-state.ts';
import type { Outcome } from '../../shared/model/run.ts';

const MINUTE_MS = 60_000;
/**
 * After a knock that failed, the next one comes this soon (ms), and after each further failure twice as late, at the
 * latest after the usual time. A server that is off for a night hears little, and its history keeps what came before.
 */
const AFTER_FAILURE_MS = MINUTE_MS;
/**
 * Timers stand still while the computer sleeps, and wake late. Looking at the date this often (ms) notices that the time
 * has come; however many times it came meanwhile, one knock makes up for all of them.
 */
const LOOK_MS = 5_000;

export interface KeepOpenDeps {
  /** Knocks on the profile's door and tells how it went; `null` when there is no such profile any more. */
  readonly knock: (profileId: string) => Promise<Outcome | null>;
  /**
   * The address of this computer that the profile's server sees now, as far as this computer knows; `null` where there
   * is no way to it. A server opens a door to one address: another one finds it shut.
   */
  readonly source: (profileId: string) => Promise<string | null>;
  /** Which door the profile means now, in one text to be compared: once it is edited, perhaps one that nobody has opened. */
  readonly door: (profileId: string) => string;
  readonly onChange: (kept: readonly KeptOpen[]) => void;
  /** ms since 1970 */
  readonly date: () => number;
}

interface Kept {
  readonly everyMs: number;
  /** When the next knock is due, and how far away (ms) that was when it was fixed. */
  nextAtMs: number;
  waitMs: number;
  knocking: boolean;
  /** How many knocks have failed in a row. */
  failures: number;
  /** See {@link KeepOpen.#aim}: of the last knock, and at the last look. */
  knocked: string | null;
  seen: string | null;
}

/**
 * Doors that are knocked on again every so many minutes, for servers that close them by themselves; and when the network
 * has changed, for then they are open to an address that this computer no longer has, or when another door is meant.
 */
export class KeepOpen {
  readonly #deps: KeepOpenDeps;
  readonly #kept = new Map<string, Kept>();
  #timer: NodeJS.Timeout | undefined;
  #paused = false;
  #pauses = 0;

  constructor(deps: KeepOpenDeps) {
    this.#deps = deps;
  }

  /** Knocks at once, and then every `minutes`. For a door that is kept already, the new interval counts from now. */
  start(profileId: string, minutes: number): void {
    const due = { nextAtMs: this.#deps.date(), waitMs: 0, knocking: false, failures: 0 };
    this.#kept.set(profileId, { everyMs: minutes * MINUTE_MS, ...due, knocked: null, seen: null });
    this.#timer ??= setInterval(() => this.look(), LOOK_MS);
    this.look();
    this.#changed();
  }

  /** Follows a profile that was saved: another interval counts from now, none (`null`) ends it. Others are left alone. */
  change(profileId: string, minutes: number | null): void {
    const kept = this.#kept.get(profileId);
    if (kept === undefined) return;
    if (minutes === null) this.stop(profileId);
    else if (minutes * MINUTE_MS !== kept.everyMs) this.start(profileId, minutes);
  }

  stop(profileId: string): void {
    if (this.#kept.delete(profileId)) this.#changed();
  }

  dispose(): void {
    this.#kept.clear();
    this.#changed();
  }

  /** Before a sleep: no door is knocked on until {@link resume}, and runs that are cut off do not end the keeping. */
  pause(): void {
    this.#paused = true;
    this.#pauses += 1;
  }

  /** After a sleep: what was due meanwhile, or was cut off, is due now. */
  resume(): void {
    this.#paused = false;
    this.look();
  }

  /** Knocks on every door whose time has come. */
  look(): void {
    if (this.#paused) return;
    this.#followClock();
    for (const [profileId, kept] of this.#kept) {
      if (!kept.knocking && this.#deps.date() < kept.nextAtMs) void this.#lookFrom(profileId, kept);
    }
    this.#knockDue();
  }

  /** A clock that was set back puts no knock off: it is never further away than when it was fixed. */
  #followClock(): void {
    const now = this.#deps.date();
    const late = [...this.#kept.values()].filter(({ nextAtMs, waitMs }) => nextAtMs > now + waitMs);
    for (const kept of late) kept.nextAtMs = now + kept.waitMs;
    if (late.length > 0) this.#changed();
  }

  #knockDue(): void {
    if (this.#paused) return;
    const due = [...this.#kept].filter(([, kept]) => !kept.knocking && this.#deps.date() >= kept.nextAtMs);
    for (const [profileId, kept] of due) {
      kept.knocking = true;
      this.#dueIn(kept, kept.everyMs);
      this.#knock(profileId, kept);
    }
    if (due.length > 0) this.#changed();
  }

  /** A network or a door that two looks in a row found, and that is not the one of the last knock, makes another knock due. */
  async #lookFrom(profileId: string, kept: Kept): Promise<void> {
    const aim = await this.#aim(profileId);
    const isSteady = aim === kept.seen;
    kept.seen = aim;
    if (aim === null || aim === kept.knocked || !isSteady || kept.knocking) return;
    this.#dueIn(kept, 0);
    kept.failures = 0;
    // Without another look at the other doors: theirs would be two in a row within a moment.
    if (this.#kept.get(profileId) === kept) this.#knockDue();
  }

  async #knock(profileId: string, kept: Kept): Promise<void> {
    const pauses = this.#pauses;
    // An edit in the meantime means another door than the one that is knocked on.
    const door = this.#deps.door(profileId);
    const outcome = await this.#deps.knock(profileId);
    const isCancelled = outcome?.result === 'cancelled';
    // Counted: the computer may have slept and woken before the run it cut off could say so.
    const isCutOff = isCancelled && this.#pauses !== pauses;
    kept.knocked = await this.#aim(profileId, door);
    kept.seen = kept.knocked;
    kept.knocking = false;
    // Stopped, or begun anew, while it knocked.
    if (this.#kept.get(profileId) !== kept) return;
    if (outcome === null || (isCancelled && !isCutOff)) return this.stop(profileId);
    if (!isCutOff) kept.failures = isDone(outcome) ? 0 : kept.failures + 1;
    this.#dueIn(kept, isCutOff ? 0 : nextMs(kept));
    this.#changed();
  }

  /** From where a knock is for which door, in one text; `null`: there is no way to it. */
  async #aim(profileId: string, door = this.#deps.door(profileId)): Promise<string | null> {
    const source = await this.#deps.source(profileId);
    return source === null ? null : JSON.stringify([source, door]);
  }

  #dueIn(kept: Kept, ms: number): void {
    kept.nextAtMs = this.#deps.date() + ms;
    kept.waitMs = ms;
  }

  #changed(): void {
    if (this.#kept.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    this.#deps.onChange([...this.#kept].map(([profileId, { nextAtMs }]) => ({ profileId, nextAtMs })));
  }
}

function isDone({ result }: Outcome): boolean {
  return result === 'open' || result === 'sent';
}

function nextMs({ everyMs, failures }: Kept): number {
  return failures === 0 ? everyMs : Math.min(AFTER_FAILURE_MS * 2 ** (failures - 1), everyMs);
}
