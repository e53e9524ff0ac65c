import type { KeptOpen } from '../../shared/model/app-state.ts';
import type { RunState } from '../../shared/model/run.ts';

/**
 * Which doors that are kept open have failed already: a server that is off for a night would say so every hour. Who has
 * heard it once hears it again after the door has opened in between, or after a new beginning.
 */
export class RepeatedFailures {
  readonly #failing = new Set<string>();

  /** Notes how a run ended; answers whether it says again what was said before. */
  isAgain({ phase, profileId, action }: RunState): boolean {
    if (phase.phase !== 'done' || action === 'close') return false;
    const { result } = phase.outcome;
    if (result === 'cancelled') return false;
    if (result === 'open' || result === 'sent') {
      this.#failing.delete(profileId);
      return false;
    }
    // Somebody who knocks by hand wants to hear it every time.
    if (action !== 'refresh') return false;
    const again = this.#failing.has(profileId);
    this.#failing.add(profileId);
    return again;
  }

  /** Forgets those that nobody keeps open any more. */
  keep(kept: readonly KeptOpen[]): void {
    for (const profileId of this.#failing) {
      if (!kept.some((one) => one.profileId === profileId)) this.#failing.delete(profileId);
    }
  }
}
