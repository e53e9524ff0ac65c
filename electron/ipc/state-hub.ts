import type { Versioned } from '../../shared/ipc.ts';
import type { AppSlices } from '../../shared/model/app-state.ts';

type Send = <S extends keyof AppSlices>(slice: S, message: Versioned<AppSlices[S]>) => void;

/** The page's picture of the app: one readonly value per slice, pushed whole whenever it is replaced. */
export class StateHub {
  readonly #send: Send;
  #slices: AppSlices;
  #revision = 0;

  constructor(initial: AppSlices, send: Send) {
    this.#slices = initial;
    this.#send = send;
  }

  /** The slices together with the revision they belong to. */
  get snapshot(): AppSlices & { readonly revision: number } {
    return { ...this.#slices, revision: this.#revision };
  }

  get<S extends keyof AppSlices>(slice: S): AppSlices[S] {
    return this.#slices[slice];
  }

  set<S extends keyof AppSlices>(slice: S, value: AppSlices[S]): void {
    if (this.#slices[slice] === value) return;
    this.#slices = { ...this.#slices, [slice]: value };
    this.#revision += 1;
    this.#send(slice, { revision: this.#revision, value });
  }
}
