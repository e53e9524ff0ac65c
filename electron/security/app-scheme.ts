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

/**
 * Serves the built page at `app://ui/`. After `ready`, before the window loads.
 *
 * @param root absolute path of the folder with `index.html`
 */
export function serveUi(root: string): void {
  protocol.handle(UI_SCHEME, (request) => answerUi(root, request));
}
