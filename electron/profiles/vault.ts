import { type LockReason, MIN_PASSPHRASE, type VaultMode, type VaultView } from '../../shared/model/vault.ts';
import { assertNever, fail, ok, type Result } from '../../shared/result.ts';
import { Attempts } from './attempts.ts';
import type { Keychain } from './keychain.ts';
import { lockWith, unlockWith } from './passphrase.ts';
import { newKey, seal, unseal } from './sealing.ts';
import type { Header, KeychainHeader } from './vault-header.ts';

const MAX_PASSPHRASE = 1000;
const CHECK = 'toctoc:check';
/** A keychain that waits for its own password may take minutes. After this long (ms) the profiles count as locked. */
const SILENCE_MS = 10_000;

/** What secrets are sealed with: a key and the header that gives it back; no key where they stay readable. */
export interface Lock {
  readonly header: Header;
  readonly key: Buffer | null;
}

export interface VaultDeps {
  readonly keychain: Keychain;
  /** Portable mode: a keychain would stay behind on its computer, and a memory stick gets lost. */
  readonly passphraseOnly: boolean;
  readonly onChange: (view: VaultView) => void;
  /** ms since 1970 */
  readonly date: () => number;
  /** For tests. */
  readonly silenceMs?: number;
  readonly cost?: Parameters<typeof lockWith>[1];
}

type State =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly lock: Lock }
  | { readonly state: 'locked'; readonly reason: LockReason };

/** Holds the key to the secrets of the profiles, once the keychain or a passphrase has given it. */
export class Vault {
  readonly #deps: VaultDeps;
  readonly #attempts: Attempts;
  #header: Header;
  #state: State = { state: 'opening' };
  #backend: string | null = null;
  readonly #waiting: (() => void)[] = [];
  /** Counts the openings. */
  #round = 0;

  /** @param header of the file that was read */
  constructor(header: Header, deps: VaultDeps) {
    this.#deps = deps;
    this.#header = header;
    this.#attempts = new Attempts(deps.date);
  }

  /** What secrets are sealed with now; `null` while that is not known. */
  get lock(): Lock | null {
    return this.#state.state === 'open' ? this.#state.lock : null;
  }

  get view(): VaultView {
    const mode = this.#header?.mode ?? null;
    const { state } = this.#state;
    const reason = this.#state.state === 'locked' ? this.#state.reason : null;
    const backend = this.#header?.mode === 'keychain' ? this.#header.backend : null;
    return { mode, state, reason, backend, choices: this.#choices() };
  }

  /** Resolves when the vault is open, or known to be locked. */
  settled(): Promise<void> {
    if (this.#state.state !== 'opening') return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Opens it where that needs nobody: with the keychain, or where nothing is sealed. Resolves when {@link settled}. */
  open(): Promise<void> {
    const round = ++this.#round;
    this.#set({ state: 'opening' });
    const limit = this.#deps.silenceMs ?? SILENCE_MS;
    const silence = setTimeout(() => this.#set({ state: 'locked', reason: 'keychain-silent' }), limit);
    silence.unref();
    // An answer that comes late opens the vault all the same, unless it was asked for anew meanwhile.
    const finish = (state: State) => {
      clearTimeout(silence);
      if (round === this.#round) this.#set(state);
    };
    this.#open().then(finish, () => finish({ state: 'locked', reason: 'keychain-changed' }));
    return this.settled();
  }

  /** Begins anew with the header of another file. */
  restart(header: Header): Promise<void> {
    this.#header = header;
    return this.open();
  }

  /** Opens a locked vault: with its passphrase, or (`null`) by asking the keychain again. */
  async unlock(passphrase: string | null): Promise<Result<null>> {
    if (this.lock !== null) return ok(null);
    const header = this.#header;
    if (header?.mode === 'passphrase') {
      const key = await this.#tryPassphrase(passphrase);
      if (!key.ok) return key;
      this.#set({ state: 'open', lock: { header, key: key.value } });
      return ok(null);
    }
    await this.open();
    return this.lock === null ? fail({ code: 'vault-locked' }) : ok(null);
  }

  /** A new lock of this kind. It is in force once {@link adopt} says so: after the file was written with it. */
  async forge(mode: VaultMode, passphrase: string | null, current: string | null): Promise<Result<Lock>> {
    if (this.lock === null) return fail({ code: 'vault-locked' });
    if (!this.#choices().includes(mode)) {
      return fail({ code: mode === 'keychain' ? 'keychain-absent' : 'request-refused', params: { reason: mode } });
    }
    if (this.lock.header?.mode === 'passphrase') {
      const known = await this.#tryPassphrase(current);
      if (!known.ok) return fail({ ...known.problems[0], field: 'current' });
    }
    switch (mode) {
      case 'readable':
        return ok({ header: { mode }, key: null });
      case 'keychain':
        return this.#forgeByKeychain();
      case 'passphrase': {
        const least = MIN_PASSPHRASE;
        const text = passphrase ?? '';
        const field = 'passphrase';
        if ([...text].length < least) return fail({ code: 'passphrase-short', field, params: { least } });
        if (text.length > MAX_PASSPHRASE) return fail({ code: 'passphrase-long', field });
        return ok(await lockWith(text, this.#deps.cost));
      }
      default:
        return assertNever(mode);
    }
  }

  adopt(lock: Lock): void {
    this.#set({ state: 'open', lock });
  }

  async #open(): Promise<State> {
    this.#backend = await this.#deps.keychain.backend().catch(() => null);
    const header = this.#header;
    switch (header?.mode) {
      case undefined:
        return { state: 'open', lock: await this.#newLock() };
      case 'readable':
        return { state: 'open', lock: { header, key: null } };
      case 'passphrase':
        return { state: 'locked', reason: 'passphrase' };
      case 'keychain':
        return this.#openByKeychain(header);
    }
  }

  /** Nobody has chosen yet: a keychain needs no choice. */
  async #newLock(): Promise<Lock> {
    const forged = this.#choices()[0] === 'keychain' ? await this.#forgeByKeychain() : null;
    return forged?.ok ? forged.value : { header: null, key: null };
  }

  async #openByKeychain(header: KeychainHeader): Promise<State> {
    if (this.#backend === null) return { state: 'locked', reason: 'keychain-absent' };
    try {
      const { text, renew } = await this.#deps.keychain.unseal(header.key);
      const key = Buffer.from(text, 'base64');
      if (unseal(key, CHECK, header.check) === null) return { state: 'locked', reason: 'keychain-changed' };
      const again = renew ? await this.#deps.keychain.seal(text) : header.key;
      return { state: 'open', lock: { header: { ...header, key: again }, key } };
    } catch {
      return { state: 'locked', reason: 'keychain-changed' };
    }
  }

  async #forgeByKeychain(): Promise<Result<Lock>> {
    const backend = this.#backend;
    if (backend === null) return fail({ code: 'keychain-absent' });
    const key = newKey();
    try {
      const sealed = await this.#deps.keychain.seal(key.toString('base64'));
      return ok({ header: { mode: 'keychain', backend, key: sealed, check: seal(key, CHECK, '') }, key });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return fail({ code: 'keychain-failed', params: { reason } });
    }
  }

  async #tryPassphrase(passphrase: string | null): Promise<Result<Buffer>> {
    const header = this.#header;
    if (header?.mode !== 'passphrase') return fail({ code: 'vault-locked' });
    const seconds = this.#attempts.waitSeconds();
    if (seconds > 0) return fail({ code: 'passphrase-wait', params: { seconds } });
    const key = await unlockWith(passphrase ?? '', header);
    this.#attempts.note(key !== null);
    return key === null ? fail({ code: 'passphrase-wrong' }) : ok(key);
  }

  #choices(): readonly VaultMode[] {
    if (this.#deps.passphraseOnly) return ['passphrase'];
    return this.#backend === null ? ['passphrase', 'readable'] : ['keychain', 'passphrase', 'readable'];
  }

  #set(state: State): void {
    this.#state = state;
    if (state.state === 'open') this.#header = state.lock.header;
    if (state.state !== 'opening') for (const resolve of this.#waiting.splice(0)) resolve();
    this.#deps.onChange(this.view);
  }
}
