import nodePath from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUiFile, MIME_TYPES } from '../../../electron/security/ui-file.ts';

const ROOTS = { posix: '/opt/toctoc/renderer', win32: 'C:\\Program Files\\Toctoc\\renderer' } as const;
const RULES = ['posix', 'win32'] as const;
const get = (url: string) => findUiFile(ROOTS.posix, { method: 'GET', url }, nodePath.posix);

describe('a file of the page', () => {
  it.each([
    ['app://ui/index.html', '/opt/toctoc/renderer/index.html', 'text/html; charset=utf-8'],
    ['app://ui/', '/opt/toctoc/renderer/index.html', 'text/html; charset=utf-8'],
    ['app://ui', '/opt/toctoc/renderer/index.html', 'text/html; charset=utf-8'],
    [
      'app://ui/assets/index-x1.js?v=1#top',
      '/opt/toctoc/renderer/assets/index-x1.js',
      'text/javascript; charset=utf-8',
    ],
    ['app://ui/assets/a%20b.svg', '/opt/toctoc/renderer/assets/a b.svg', 'image/svg+xml'],
  ])('%s is %s', (url, path, type) => {
    expect(get(url)).toEqual({ kind: 'file', path, type });
  });
});

describe('a refusal', () => {
  it.each([
    ['another host', 'app://other/index.html', 404],
    ['a host with a port', 'app://ui:80/index.html', 404],
    ['a user', 'app://me@ui/index.html', 404],
    ['another scheme', 'file:///etc/passwd', 404],
    ['no URL', 'index.html', 400],
    ['a bad percent escape', 'app://ui/%zz.js', 400],
    ['a truncated UTF-8 sequence', 'app://ui/%C3.js', 400],
    ['a backslash', 'app://ui/..%5C..%5Csecret.js', 400],
    ['a NUL', 'app://ui/index.html%00.js', 400],
    ['a drive or a stream', 'app://ui/index.js%3Ahidden.js', 400],
    ['an escaped way out', 'app://ui/..%2F..%2Fsecret.js', 404],
    ['a way out to a folder with the same beginning', 'app://ui/..%2Frenderer-old%2Fa.js', 404],
    ['a folder', 'app://ui/assets/', 404],
    ['a kind of file that the page has not', 'app://ui/index.js.map', 404],
    ['a file without an extension', 'app://ui/LICENSE', 404],
  ])('%s: %s', (_what, url, status) => {
    expect(get(url)).toMatchObject({ kind: 'refused', status });
  });

  it.each(['POST', 'HEAD', 'PUT', 'get', ''])('method %j', (method) => {
    expect(findUiFile(ROOTS.posix, { method, url: 'app://ui/index.html' })).toMatchObject({ status: 405 });
  });
});

/** What gets out of a folder, in every writing that some layer undoes, glued to what makes a file look served. */
const crumb = fc.oneof(
  fc.constantFrom('..%2f', '..%5c', '%2e%2e%2f', '../', '..\\', '%2f', '/', '%2f..', '..', '%252e%252e%252f', '%c0%ae'),
  fc.constantFrom('a', 'assets/', 'C:', '%00', ' ', '\u2215', '\uFF0E', '?', '#', '@', '~', 'CON', 'renderer-old%2f'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const end = fc.constantFrom('a.js', 'index.html', '.svg', 'a.js::$DATA', '');
const url = fc
  .tuple(fc.constantFrom('app://ui/', 'app://ui', 'app:'), fc.array(crumb, { maxLength: 8 }), end)
  .map(([start, crumbs, last]) => start + crumbs.join('') + last);

describe.each(RULES)('by %s rules', (name) => {
  const rules = nodePath[name];
  const root = ROOTS[name];

  it('nothing escapes the root, and nothing throws', () => {
    let served = 0;
    fc.assert(
      fc.property(url, (address) => {
        const file = findUiFile(root, { method: 'GET', url: address }, rules);
        if (file.kind === 'refused') return;
        served += 1;
        expect(rules.resolve(file.path).startsWith(root + rules.sep)).toBe(true);
        expect(file.path).not.toMatch(/\0|(?:^|[\\/])\.\.(?:[\\/]|$)/);
        expect(MIME_TYPES[rules.extname(file.path)]).toBe(file.type);
      }),
      { numRuns: 3000 },
    );
    // Or the property would hold for want of files.
    expect(served).toBeGreaterThan(100);
  });
});
