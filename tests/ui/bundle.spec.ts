import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../build/runtime/project.ts';
import { expect, test } from './support/app.ts';

/** All that the window's page loads until nothing is missing, compressed (bytes). The help has a file per language. */
const MOST = 350_000;
/** What it loads before it is drawn: more than this, and a start takes noticeably longer. */
const MOST_AT_FIRST = 290_000;

const PAGE = join(projectRoot, 'out/renderer');
const html = readFileSync(join(PAGE, 'index.html'), 'utf8');
const first = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');

function compressed(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(PAGE, file))).length, gzipSync(html).length);
}

test('the window’s page is small: all that it loads in one language, scripts and styles, compressed', () => {
  const files = readdirSync(join(PAGE, 'assets')).map((file) => `assets/${file}`);
  const other = files.filter((file) => /assets\/(en-|(draw-)?quick-pick-)/.test(file));
  expect(other.length).toBe(4);
  const all = files.filter((file) => !other.includes(file));
  expect(all.length).toBeGreaterThan(first.length);
  expect(compressed(all)).toBeLessThanOrEqual(MOST);
});

test('what it is drawn with comes first, and what it is not drawn with does not', () => {
  expect(first.some((file) => file.endsWith('.js'))).toBe(true);
  expect(first.some((file) => file.endsWith('.css'))).toBe(true);
  expect(first.filter((file) => /editor|settings|import|export|history|setup/.test(file))).toEqual([]);
  const size = compressed(first);
  expect(size).toBeLessThanOrEqual(MOST_AT_FIRST);
  expect(size).toBeGreaterThan(MOST_AT_FIRST / 10);
});
