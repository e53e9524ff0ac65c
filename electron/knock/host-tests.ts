import type { HostTest } from '../../shared/model/host-test.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { type HostTestDeps, testHost } from './host-test.ts';
import { requestOf } from './request.ts';

interface Going {
  readonly abort: AbortController;
  readonly test: Promise<HostTest>;
}

/** The tests of saved profiles' hosts: one at a time for each; who asks again joins it. */
export class HostTests {
  readonly #deps: HostTestDeps;
  readonly #going = new Map<string, Going>();

  constructor(deps: HostTestDeps) {
    this.#deps = deps;
  }

  start(profile: Profile): Promise<HostTest> {
    const going = this.#going.get(profile.id);
    if (going !== undefined) return going.test;
    const abort = new AbortController();
    const test = testHost(requestOf(profile, 'knock'), this.#deps, abort.signal).finally(() =>
      this.#going.delete(profile.id),
    );
    this.#going.set(profile.id, { abort, test });
    return test;
  }

  cancel(profileId: string): void {
    this.#going.get(profileId)?.abort.abort();
  }

  /** Cancels everything; resolves when the last socket is closed. */
  async dispose(): Promise<void> {
    for (const { abort } of this.#going.values()) abort.abort();
    await Promise.all([...this.#going.values()].map(({ test }) => test));
  }
}
