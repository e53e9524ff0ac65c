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
  readonly onChange: (kept: readonly KeptOpen[]) => void;
  /** ms since 1970 */
  readonly date: () => number;
}

interface Kept {
  readonly everyMs: number;
  nextAtMs: number;
  knocking: boolean;
}

/** Doors that are knocked on again every so many minutes, for servers that close them by themselves. */
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
    this.#kept.set(profileId, { everyMs: minutes * MINUTE_MS, nextAtMs: this.#deps.date(), knocking: false });
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
    const due = [...this.#kept].filter(([, kept]) => !kept.knocking && this.#deps.date() >= kept.nextAtMs);
    for (const [profileId, kept] of due) {
      kept.knocking = true;
      kept.nextAtMs = this.#deps.date() + kept.everyMs;
      this.#knock(profileId, kept);
    }
    if (due.length > 0) this.#changed();
  }

  async #knock(profileId: string, kept: Kept): Promise<void> {
    const outcome = await this.#deps.knock(profileId);
    kept.knocking = false;
    // Stopped, or begun anew, while it knocked.
    if (this.#kept.get(profileId) !== kept) return;
    const cancelled = outcome?.result === 'cancelled';
    if (outcome === null || (cancelled && !this.#paused)) return this.stop(profileId);
    kept.nextAtMs = this.#deps.date() + (cancelled ? 0 : nextMs(kept, outcome));
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
