import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../build/runtime/project.ts';
import { expect, test } from './support/app.ts';

/** What the window's page loads, compressed (bytes): more than this, and a start takes noticeably longer. */
const MOST = 350_000;

const PAGE = join(projectRoot, 'out/renderer');

test('the window’s page is small: all that it loads, scripts and styles, compressed', () => {
  const html = readFileSync(join(PAGE, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
  expect(files.some((file) => file.endsWith('.js'))).toBe(true);
  expect(files.some((file) => file.endsWith('.css'))).toBe(true);
  const sizes = files.map((file) => gzipSync(readFileSync(join(PAGE, file))).length);
  const total = sizes.reduce((sum, size) => sum + size, gzipSync(html).length);
  expect(total).toBeLessThanOrEqual(MOST);
  expect(total).toBeGreaterThan(MOST / 10);
});
