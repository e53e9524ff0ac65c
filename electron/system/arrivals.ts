import { app } from 'electron';
import { type LaunchRequest, linkRequest, parseLaunchRequest } from './launch-request.ts';

/** What is asked of the app from outside: by its own start, by further ones, by links, by a click in the dock. */
export class Arrivals {
  readonly #early: LaunchRequest[];
  #late: LaunchRequest | null = null;
  #follow: ((request: LaunchRequest) => void) | null = null;

  /** @param first what this start asks for */
  constructor(first: LaunchRequest) {
    this.#early = [first];
    app.on('second-instance', (_event, _argv, _folder, data) => this.#arrive(parseLaunchRequest(data)));
    app.on('activate', () => this.#arrive({ kind: 'show', screen: {} }));
    // macOS hands links over like this, the one that started the app before it is ready.
    app.on('open-url', (event, link) => {
      event.preventDefault();
      this.#arrive(linkRequest(link));
    });
    app.on('before-quit', () => {
      this.#late = null;
    });
  }

  /**
   * What was asked for since the app began to end. The process that asked has ended well, believing that we follow it:
   * the window that it was shown is closing, or there is none any more.
   */
  get late(): LaunchRequest | null {
    return this.#late;
  }

  /** The app is there: it follows what has come so far, and what comes. */
  begin(follow: (request: LaunchRequest) => void): void {
    this.#follow = follow;
    this.#early.splice(0).forEach(follow);
  }

  /** The app ends; from now on nobody follows. */
  end(): void {
    this.#follow = () => {};
  }

  #arrive(request: LaunchRequest): void {
    // A command that wants the app hidden is served by a window's app as well, but not the other way round.
    if (this.#late === null || request.kind !== 'stay-hidden') this.#late = request;
    if (this.#follow === null) this.#early.push(request);
    else this.#follow(request);
  }
}
