import nodePath from 'node:path';

/** The scheme and host of the page. Electron's `file://` is not used at all. */
export const UI_SCHEME = 'app';
const UI_HOST = 'ui';
/** What `event.senderFrame.origin` is for our own page. */
export const UI_ORIGIN = `${UI_SCHEME}://${UI_HOST}`;
/** The page of the main window. */
export const UI_INDEX = `${UI_ORIGIN}/index.html`;
/** The page of the quick pick. */
export const UI_QUICK_PICK = `${UI_ORIGIN}/quick-pick.html`;

/** What the page is built of. A file of any other kind is not served, even if it lies in the folder. */
export const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Where an address leads: a file inside the folder, or a refusal with its HTTP status. */
export type UiFile =
  | { readonly kind: 'file'; readonly path: string; readonly type: string }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 405; readonly reason: string };

/** The part of `node:path` that is used; the tests try Windows' rules as well. */
type PathRules = Pick<typeof nodePath, 'join' | 'relative' | 'isAbsolute' | 'extname' | 'sep'>;

function refused(status: 400 | 404 | 405, reason: string): UiFile {
  return { kind: 'refused', status, reason };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Whether `path` lies below `root`; the root itself does not count. */
function isInside(root: string, path: string, rules: PathRules): boolean {
  const way = rules.relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${rules.sep}`) && !rules.isAbsolute(way);
}

/**
 * Finds the file for a request to `app://ui/…`. Pure: it looks at no disk, so a file it names may still be missing.
 *
 * Electron's own sample for `protocol.handle` joins with `path.resolve`, where a leading `/` escapes the root. Here:
 * `path.join`, then a check that the result is still inside.
 *
 * @param root absolute path of the built page
 */
export function findUiFile(
  root: string,
  request: { readonly method: string; readonly url: string },
  rules: PathRules = nodePath,
): UiFile {
  if (request.method !== 'GET') return refused(405, 'only GET is answered');
  if (!URL.canParse(request.url)) return refused(400, 'not a URL');
  const url = new URL(request.url);
  if (url.protocol !== `${UI_SCHEME}:` || url.host !== UI_HOST || url.username !== '' || url.password !== '') {
    return refused(404, 'another host');
  }
  const pathname = decode(url.pathname);
  if (pathname === null) return refused(400, 'a bad percent escape');
  // `\` is a separator and `:` a drive or a hidden stream on Windows; NUL ends a path in the system's own calls.
  if (/[\\:\0]/.test(pathname)) return refused(400, 'a character that no file of the page has');
  const path = rules.join(root, pathname === '/' || pathname === '' ? 'index.html' : pathname);
  if (!isInside(root, path, rules)) return refused(404, 'outside the folder');
  const type = MIME_TYPES[rules.extname(path)];
  return type === undefined ? refused(404, 'a kind of file that the page has not') : { kind: 'file', path, type };
}
