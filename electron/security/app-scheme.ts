import { protocol } from 'electron';
import { answerUi } from './ui-answer.ts';
import { UI_SCHEME } from './ui-file.ts';

/**
 * Makes `app://` behave like https where the page needs it. Call it once, at once: Electron takes it only before
 * `ready`.
 *
 * `standard`: relative URLs, an origin, module scripts · `secure`: a secure context. Left out: `supportFetchAPI`
 * (the page fetches nothing), `bypassCSP`, `corsEnabled`, `allowServiceWorkers`, `stream`.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: UI_SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Between two files that a page asks for at its start there is less time than this (ms). */
const QUIET_MS = 10;

/**
 * Serves the built page at `app://ui/`. After `ready`, before the window loads.
 *
 * @param root absolute path of the folder with `index.html`
 * @returns resolves when a page has been given its scripts and styles: from then on it is busy with itself for a while
 */
export function serveUi(root: string): Promise<void> {
  return new Promise((resolve) => {
    let quiet: NodeJS.Timeout | undefined;
    protocol.handle(UI_SCHEME, async (request) => {
      clearTimeout(quiet);
      const answer = await answerUi(root, request);
      if (!request.url.endsWith('.html')) quiet = setTimeout(resolve, QUIET_MS);
      return answer;
    });
  });
}
