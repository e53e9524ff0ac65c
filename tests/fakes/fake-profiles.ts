import type { Channel } from '../../shared/ipc.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Answers } from './answers.ts';

/** What main does with saved profiles, over the fake bridge's. */
export class FakeProfiles {
  readonly #profiles: () => readonly Profile[];
  readonly #setProfiles: (profiles: readonly Profile[]) => Promise<void>;
  #deleted: { readonly profile: Profile; readonly at: number } | null = null;

  constructor(profiles: () => readonly Profile[], setProfiles: (profiles: readonly Profile[]) => Promise<void>) {
    this.#profiles = profiles;
    this.#setProfiles = setProfiles;
  }

  /** Does something with one of them; fails where there is none of this id. */
  with<T>(id: string, use: (profile: Profile) => T | Promise<T>): Result<T> | Promise<Result<T>> {
    const profile = this.#profiles().find((candidate) => candidate.id === id);
    return profile === undefined ? fail({ code: 'profile-unknown' }) : Promise.resolve(use(profile)).then(ok);
  }

  readonly answers: Answers<Extract<Channel, `profiles:${string}`>> = {
    'profiles:read': (id) => this.with(id, (profile) => profile),
    'profiles:save': async ({ id, draft }) => {
      const saved: Profile = { ...draft, id: id ?? `p${this.#profiles().length}`, doorSeenAt: null };
      const others = this.#profiles().filter((profile) => profile.id !== saved.id);
      await this.#setProfiles(
        id === null ? [...others, saved] : this.#profiles().map((profile) => (profile.id === id ? saved : profile)),
      );
      return ok(saved.id);
    },
    'profiles:change': async ({ changes }) => {
      const byId = new Map(changes.map((change) => [change.id, change]));
      await this.#setProfiles(
        this.#profiles().map((profile) => {
          const change = byId.get(profile.id);
          if (change === undefined) return profile;
          const launch = { ...profile.launch, ...change.launch };
          return { ...profile, gapMs: change.gapMs ?? profile.gapMs, tags: change.tags ?? profile.tags, launch };
        }),
      );
      return ok(null);
    },
    'profiles:duplicate': (id) =>
      this.with(id, async (profile) => {
        const copy = { ...profile, id: `${id}-copy`, name: `${profile.name} (copy)` };
        await this.#setProfiles(this.#profiles().flatMap((one) => (one === profile ? [one, copy] : [one])));
        return copy.id;
      }),
    'profiles:delete': (id) =>
      this.with(id, async (profile) => {
        this.#deleted = { profile, at: this.#profiles().indexOf(profile) };
        await this.#setProfiles(this.#profiles().filter((one) => one !== profile));
        return null;
      }),
    'profiles:restore': async (id) => {
      if (this.#deleted?.profile.id !== id) return fail({ code: 'profile-unknown' });
      await this.#setProfiles(this.#profiles().toSpliced(this.#deleted.at, 0, this.#deleted.profile));
      return ok(null);
    },
    'profiles:favourite': ({ id, on }) =>
      this.with(id, async (profile) => {
        await this.#setProfiles(this.#profiles().map((one) => (one === profile ? { ...one, favourite: on } : one)));
        return null;
      }),
  };
}
