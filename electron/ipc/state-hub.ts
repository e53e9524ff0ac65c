import type { Versioned } from '../../shared/ipc.ts';
import type { AppSlices, Notice } from '../../shared/model/app-state.ts';

type Send = <S extends keyof AppSlices>(slice: S, message: Versioned<AppSlices[S]>) => void;

/**
 * The page paints 60 times a second: what changes more often travels once per frame (ms). A thousand runs at once would
 * otherwise spend the time between their packets on telling the page about them.
 */
const FRAME_MS = 16;

/** The page's picture of the app: one readonly value per slice, pushed whole after it was replaced. */
export class StateHub {
  readonly #send: Send;
  readonly #later: (push: () => void) => void;
  readonly #waiting = new Set<keyof AppSlices>();
  #slices: AppSlices;
  #revision = 0;

  /** @param later when to push what has changed; for tests */
  constructor(initial: AppSlices, send: Send, later = (push: () => void): void => void setTimeout(push, FRAME_MS)) {
    this.#slices = initial;
    this.#send = send;
    this.#later = later;
  }

  /** The slices as they are; what has not been pushed yet will be, under a later revision. */
  get snapshot(): AppSlices & { readonly revision: number } {
    return { ...this.#slices, revision: this.#revision };
  }

  get<S extends keyof AppSlices>(slice: S): AppSlices[S] {
    return this.#slices[slice];
  }

  set<S extends keyof AppSlices>(slice: S, value: AppSlices[S]): void {
    if (this.#slices[slice] === value) return;
    this.#slices = { ...this.#slices, [slice]: value };
    if (this.#waiting.has(slice)) return;
    this.#waiting.add(slice);
    this.#later(() => this.#push(slice));
  }

  /** Tells the person something, in the place of an older notice of that name. */
  readonly tell = (notice: Notice): void => {
    this.set('notices', [...this.#slices.notices.filter(({ id }) => id !== notice.id), notice]);
  };

  /** The person has put a notice away. */
  readonly dismiss = (noticeId: string): void => {
    this.set(
      'notices',
      this.#slices.notices.filter(({ id }) => id !== noticeId),
    );
  };

  #push<S extends keyof AppSlices>(slice: S): void {
    this.#waiting.delete(slice);
    this.#revision += 1;
    this.#send(slice, { revision: this.#revision, value: this.#slices[slice] });
  }
}
