import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerUi } from '../../../electron/security/ui-answer.ts';
import { SECURITY_HEADERS } from '../../../electron/security/ui-headers.ts';

let folder = '';
const root = () => join(folder, 'renderer');
const get = (url: string, method = 'GET') => answerUi(root(), { method, url });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-ui-'));
  mkdirSync(join(root(), 'folder.js'), { recursive: true });
  writeFileSync(join(root(), 'index.html'), '<!doctype html>');
  writeFileSync(join(root(), 'LICENSE'), 'text');
  writeFileSync(join(folder, 'secret.js'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an answer', () => {
  it('is the file, with its type', () => {
    const answer = get('app://ui/');
    expect([answer.statusCode, String(answer.data)]).toEqual([200, '<!doctype html>']);
    expect(answer.headers['Content-Type']).toBe('text/html; charset=utf-8');
  });

  it.each([
    ['app://ui/missing.js', 404],
    ['app://ui/folder.js', 404],
    ['app://ui/LICENSE', 404],
    ['app://ui/..%2Fsecret.js', 404],
    ['app://ui/%2e%2e%5csecret.js', 400],
    ['app://ui/%', 400],
    ['app://elsewhere/index.html', 404],
  ])('to %s is %d, without a word of a file', (url, status) => {
    const answer = get(url);
    expect(answer.statusCode).toBe(status);
    expect(String(answer.data)).not.toContain('secret');
  });

  it('to anything but GET is a refusal', () => {
    expect(get('app://ui/index.html', 'POST').statusCode).toBe(405);
  });

  it.each(['app://ui/', 'app://ui/missing.js', 'app://ui/%', 'app://elsewhere/'])(
    'to %s has every security header',
    (url) => {
      const { headers } = get(url);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers[name]).toBe(value);
    },
  );
});
