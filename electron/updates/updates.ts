import type { UpdateChannel, UpdateChoice } from '../../shared/model/settings.ts';
import { type InstallKind, isSelfUpdating, type UpdateStatus, type UpdatesState } from '../../shared/model/updates.ts';
import { fail, ok, type Problem, type Result } from '../../shared/result.ts';
import { CHECK_LIMIT_MS, FIRST_CHECK_MS, NEXT_CHECK_MS, STALL_LIMIT_MS, within } from './limits.ts';

/** One look at the server, and what may follow from it. Rejections carry a short reason. */
export interface Updater {
  /** The newer version there is for this channel; `null`: none. */
  readonly check: (channel: UpdateChannel) => Promise<string | null>;
  /** Fetches that version, and proves that it is the one; `onProgress` hears whole percents. */
  readonly download: (onProgress: (percent: number) => void, signal: AbortSignal) => Promise<void>;
  /** Puts it in place. Called while the app ends; `restart`: and starts it. */
  readonly install: (restart: boolean) => void;
}

export interface UpdatesDeps {
  readonly kind: InstallKind;
  readonly choice: () => UpdateChoice;
  /** A new updater. Nothing of it is loaded before. */
  readonly load: () => Promise<Updater>;
  readonly onChange: (state: UpdatesState) => void;
  /** The next start should be this version. */
  readonly promise: (version: string) => void;
  /** Ends the app, which asks for unsaved changes first and calls {@link Updates.finish} last. */
  readonly quit: () => void;
  readonly report: (error: unknown) => void;
}

/**
 * New versions of the app: looked for only where the person allowed it, fetched only when asked to, put in place when
 * the app ends. Whatever fails, this version goes on.
 */
export class Updates {
  readonly #deps: UpdatesDeps;
  #status: UpdateStatus = { phase: 'idle' };
  #updater: Updater | null = null;
  #timer: NodeJS.Timeout | undefined;
  #choice: UpdateChoice;
  #restart = false;
  /** Of the download that is under way. */
  #cancel: AbortController | null = null;
  /** Grows with every check: who answers late is no longer listened to. */
  #turn = 0;

  constructor(deps: UpdatesDeps) {
    this.#deps = deps;
    this.#choice = deps.choice();
    this.#later(FIRST_CHECK_MS);
  }

  get state(): UpdatesState {
    return { kind: this.#deps.kind, status: this.#status };
  }

  /** The settings have changed: who allows it wants to know now, and who forbids it wants quiet. */
  settingsChanged(): void {
    const choice = this.#deps.choice();
    if (choice === this.#choice) return;
    this.#choice = choice;
    this.#turn += 1;
    this.#updater = null;
    this.#cancel?.abort();
    this.#set({ phase: 'idle' });
    this.#later(0);
  }

  /** Looks for a new version, now. Refused where the person has not allowed it. */
  check(): Result<null> {
    const channel = this.#allowed();
    if (channel === null) return fail({ code: 'updates-off' });
    const { phase } = this.#status;
    if (phase !== 'checking' && phase !== 'downloading' && phase !== 'ready') void this.#check(channel);
    return ok(null);
  }

  /** Fetches the version that was found. */
  download(): Result<null> {
    const { phase } = this.#status;
    const version = 'version' in this.#status ? this.#status.version : null;
    if ((phase !== 'available' && phase !== 'failed') || version === null || this.#updater === null) {
      return fail({ code: 'update-missing' });
    }
    void this.#download(this.#updater, version);
    return ok(null);
  }

  /** Ends the app, and starts the version that was fetched. */
  install(): Result<null> {
    if (this.#status.phase !== 'ready') return fail({ code: 'update-missing' });
    this.#restart = true;
    this.#deps.quit();
    return ok(null);
  }

  /**
   * The app ends: what is ready is put in place.
   *
   * @param again whether somebody wants the app again
   * @returns whether the new version is started
   */
  finish(again: boolean): boolean {
    clearTimeout(this.#timer);
    if (this.#status.phase !== 'ready' || this.#updater === null) return false;
    const starts = this.#restart || again;
    try {
      this.#deps.promise(this.#status.version);
      this.#updater.install(starts);
      return starts;
    } catch (error) {
      this.#deps.report(error);
      return false;
    }
  }

  #allowed(): UpdateChannel | null {
    const choice = isSelfUpdating(this.#deps.kind) ? this.#deps.choice() : 'off';
    return choice === 'stable' || choice === 'beta' ? choice : null;
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#allowed() === null) return;
    this.#timer = setTimeout(() => {
      this.check();
      this.#later(NEXT_CHECK_MS);
    }, ms);
    this.#timer.unref();
  }

  async #check(channel: UpdateChannel): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#set({ phase: 'checking' });
    const status = await this.#look(channel);
    if (turn === this.#turn) this.#set(status);
  }

  async #look(channel: UpdateChannel): Promise<UpdateStatus> {
    try {
      const updater = await this.#deps.load();
      this.#updater = updater;
      const version = await within(CHECK_LIMIT_MS, updater.check(channel));
      return version === null ? { phase: 'current' } : { phase: 'available', version };
    } catch (error) {
      this.#deps.report(error);
      return failed(null, { code: 'update-check-failed', params: { reason: reasonOf(error) } });
    }
  }

  async #download(updater: Updater, version: string): Promise<void> {
    const turn = this.#turn;
    const show = (status: UpdateStatus) => turn === this.#turn && this.#set(status);
    show({ phase: 'downloading', version, percent: 0 });
    const stalled = new AbortController();
    this.#cancel = stalled;
    const watch = setTimeout(() => stalled.abort(), STALL_LIMIT_MS);
    let seen = 0;
    try {
      const onProgress = (percent: number) => {
        watch.refresh();
        if (percent === seen) return;
        seen = percent;
        show({ phase: 'downloading', version, percent });
      };
      await updater.download(onProgress, stalled.signal);
      show({ phase: 'ready', version });
    } catch (error) {
      // Given up by the person, who wants no news of it.
      if (turn !== this.#turn) return;
      this.#deps.report(error);
      const reason = stalled.signal.aborted ? 'ETIMEDOUT' : reasonOf(error);
      show(failed(version, { code: 'update-failed', params: { version, reason } }));
    } finally {
      clearTimeout(watch);
      if (this.#cancel === stalled) this.#cancel = null;
    }
  }

  #set(status: UpdateStatus): void {
    this.#status = status;
    this.#deps.onChange(this.state);
  }
}

function failed(version: string | null, problem: Problem): UpdateStatus {
  return { phase: 'failed', version, problem };
}

/** A library's code where there is one, else the beginning of what it says: the rest is in the log. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code === 'string') return code;
  return String(error instanceof Error ? error.message : error)
    .split('\n', 1)
    .join('')
    .slice(0, 120);
}
