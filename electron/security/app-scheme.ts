import { protocol } from 'electron';
import { answerUi } from './ui-answer.ts';
import { UI_SCHEME } from './ui-file.ts';

/**
 * Makes `app://` behave like https where the page needs it. Call it once, at once: Electron takes it only before
 * `ready`.
 *
 * `standard`: relative URLs, an origin, module scripts · `secure`: a secure context · `codeCache`: what V8 made of the
 * page's scripts is kept for the next start, and used where a script is still the same, byte for byte. Left out:
 * `supportFetchAPI` (the page fetches nothing), `bypassCSP`, `corsEnabled`, `allowServiceWorkers`, `stream`.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: UI_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves the built page at `app://ui/`. After `ready`, before the window loads.
 *
 * By Electron's older way, deprecated but there: an Electron without it brings `protocol.handle` back. For that one main
 * first loads what Node's `fetch` is made of, and every file goes through a stream of it
 * (https://github.com/electron/electron/issues/42612): 20 ms of each start.
 *
 * @param root absolute path of the folder with `index.html`
 * @returns resolves when a page has been given its document: until it asks for more, its process has to start
 */
export function serveUi(root: string): Promise<void> {
  return new Promise((resolve) => {
    protocol.registerBufferProtocol(UI_SCHEME, (request, respond) => {
      respond(answerUi(root, request));
      // Not at once: what Electron does with the answer comes first.
      setImmediate(resolve);
    });
  });
}
