import type { KeptOpen } from '../../shared/model/app-state.ts';
import type { Outcome } from '../../shared/model/run.ts';

const MINUTE_MS = 60_000;
/** After a knock that failed, the next one comes this soon (ms), or after the usual time if that is shorter. */
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
  readonly onChange: (kept: readonly KeptOpen[]) => void;
  /** ms since 1970 */
  readonly date: () => number;
}

interface Kept {
  readonly everyMs: number;
  nextAtMs: number;
  knocking: boolean;
  /** After the last knock, and at the last look. */
  knockedFrom: string | null;
  seenFrom: string | null;
}

/**
 * Doors that are knocked on again every so many minutes, for servers that close them by themselves; and when the network
 * has changed, for then they are open to an address that this computer no longer has.
 */
export class KeepOpen {
  readonly #deps: KeepOpenDeps;
  readonly #kept = new Map<string, Kept>();
  #timer: NodeJS.Timeout | undefined;
  #paused = false;

  constructor(deps: KeepOpenDeps) {
    this.#deps = deps;
  }

  /** Knocks at once, and then every `minutes`. For a door that is kept already, the new interval counts from now. */
  start(profileId: string, minutes: number): void {
    const from = { knockedFrom: null, seenFrom: null };
    this.#kept.set(profileId, { everyMs: minutes * MINUTE_MS, nextAtMs: this.#deps.date(), knocking: false, ...from });
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
  }

  /** After a sleep: what was due meanwhile, or was cut off, is due now. */
  resume(): void {
    this.#paused = false;
    this.look();
  }

  /** Knocks on every door whose time has come. */
  look(): void {
    if (this.#paused) return;
    for (const [profileId, kept] of this.#kept) {
      if (!kept.knocking && this.#deps.date() < kept.nextAtMs) void this.#lookFrom(profileId, kept);
    }
    this.#knockDue();
  }

  #knockDue(): void {
    if (this.#paused) return;
    const due = [...this.#kept].filter(([, kept]) => !kept.knocking && this.#deps.date() >= kept.nextAtMs);
    for (const [profileId, kept] of due) {
      kept.knocking = true;
      kept.nextAtMs = this.#deps.date() + kept.everyMs;
      this.#knock(profileId, kept);
    }
    if (due.length > 0) this.#changed();
  }

  /** A network that two looks in a row found, and that is not the one of the last knock, makes another knock due. */
  async #lookFrom(profileId: string, kept: Kept): Promise<void> {
    const source = await this.#deps.source(profileId);
    const isSteady = source === kept.seenFrom;
    kept.seenFrom = source;
    if (source === null || source === kept.knockedFrom || !isSteady || kept.knocking) return;
    kept.nextAtMs = this.#deps.date();
    // Without another look at the other doors: theirs would be two in a row within a moment.
    if (this.#kept.get(profileId) === kept) this.#knockDue();
  }

  async #knock(profileId: string, kept: Kept): Promise<void> {
    const outcome = await this.#deps.knock(profileId);
    const isCancelled = outcome?.result === 'cancelled';
    const isCutOff = isCancelled && this.#paused;
    kept.knockedFrom = await this.#deps.source(profileId);
    kept.seenFrom = kept.knockedFrom;
    kept.knocking = false;
    // Stopped, or begun anew, while it knocked.
    if (this.#kept.get(profileId) !== kept) return;
    if (outcome === null || (isCancelled && !isCutOff)) return this.stop(profileId);
    kept.nextAtMs = this.#deps.date() + (isCutOff ? 0 : nextMs(kept, outcome));
    this.#changed();
  }

  #changed(): void {
    if (this.#kept.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    this.#deps.onChange([...this.#kept].map(([profileId, { nextAtMs }]) => ({ profileId, nextAtMs })));
  }
}

function nextMs({ everyMs }: Kept, { result }: Outcome): number {
  return result === 'open' || result === 'sent' ? everyMs : Math.min(AFTER_FAILURE_MS, everyMs);
}
