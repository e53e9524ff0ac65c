import { readFileSync } from 'node:fs';
import { findUiFile } from './ui-file.ts';
import { SECURITY_HEADERS } from './ui-headers.ts';

/** What the page gets, as Electron's buffer protocols take it. */
export interface UiAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Buffer;
}

function answer(statusCode: number, type: string, data: Buffer): UiAnswer {
  return { statusCode, headers: { ...SECURITY_HEADERS, 'Content-Type': type }, data };
}

function refusal(status: number, reason: string): UiAnswer {
  return answer(status, 'text/plain; charset=utf-8', Buffer.from(reason));
}

/**
 * Answers one request from the built page, with the security headers on whatever it answers. Never throws: what cannot be
 * read is not found.
 *
 * @param root absolute path of the folder with `index.html`
 */
export function answerUi(root: string, request: { readonly method: string; readonly url: string }): UiAnswer {
  const file = findUiFile(root, request);
  if (file.kind === 'refused') return refusal(file.status, file.reason);
  try {
    // At once and whole: the files are small, and a page waits for them at its start, when this thread has no turn to spare
    // for the steps of an asynchronous read. Electron's fs reads inside an asar archive too.
    return answer(200, file.type, readFileSync(file.path));
  } catch {
    return refusal(404, 'not found');
  }
}
