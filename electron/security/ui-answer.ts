import { readFile } from 'node:fs/promises';
import { findUiFile } from './ui-file.ts';
import { SECURITY_HEADERS } from './ui-headers.ts';

function refusal(status: number, reason: string): Response {
  const headers = { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' };
  return new Response(reason, { status, headers });
}

/**
 * Answers one request from the built page, with the security headers on whatever it answers. Never rejects: what
 * cannot be read is not found.
 *
 * @param root absolute path of the folder with `index.html`
 */
export async function answerUi(
  root: string,
  request: { readonly method: string; readonly url: string },
): Promise<Response> {
  const file = findUiFile(root, request);
  if (file.kind === 'refused') return refusal(file.status, file.reason);
  try {
    // Read whole: the page's files are small, and Electron's fs reads inside an asar archive too.
    const bytes = new Uint8Array(await readFile(file.path));
    return new Response(bytes, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.type } });
  } catch {
    return refusal(404, 'not found');
  }
}
