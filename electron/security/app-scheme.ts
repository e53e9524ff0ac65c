import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { findUiFile, UI_SCHEME } from './ui-file.ts';
import { SECURITY_HEADERS } from './ui-headers.ts';

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

/** Answers one request from the built page. Never throws: what cannot be read is not found. */
export async function answer(root: string, request: { readonly method: string; readonly url: string }) {
  const file = findUiFile(root, request);
  if (file.kind === 'refused') return new Response(file.reason, { status: file.status, headers: refusalHeaders });
  try {
    // Read whole: the page's files are small, and Electron's fs reads inside an asar archive too.
    const bytes = new Uint8Array(await readFile(file.path));
    return new Response(bytes, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.type } });
  } catch {
    return new Response('not found', { status: 404, headers: refusalHeaders });
  }
}

const refusalHeaders = { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' };

/**
 * Serves the built page at `app://ui/`. After `ready`, before the window loads.
 *
 * @param root absolute path of the folder with `index.html`
 */
export function serveUi(root: string): void {
  protocol.handle(UI_SCHEME, (request) => answer(root, request));
}
