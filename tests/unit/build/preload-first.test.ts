import { expect, it } from 'vitest';
import { firstFiles } from '../../../build/preload-first.ts';

const chunk = (size: number, imports: readonly string[], dynamicImports: readonly string[] = []) =>
  ({ type: 'chunk', code: ' '.repeat(size), imports, dynamicImports }) as const;

const files = {
  'index.js': chunk(9, ['start.js'], ['draw.js']),
  'start.js': chunk(20, []),
  'draw.js': chunk(1, ['page.js']),
  'page.js': chunk(30, ['shared.js', 'start.js'], ['settings.js']),
  'shared.js': chunk(60, ['start.js']),
  'settings.js': chunk(10, ['page.js', 'form.js']),
  'form.js': chunk(5, []),
  'style.css': { type: 'asset' },
} as const;

it('is all that a page is drawn with, once, the largest first', () => {
  expect(firstFiles('index.js', files)).toEqual(['shared.js', 'page.js', 'start.js', 'draw.js']);
});

it('is nothing of a pane that comes later, nor of a file that is no script', () => {
  expect(firstFiles('settings.js', files)).not.toContain('settings.js');
  expect(firstFiles('style.css', files)).toEqual([]);
  expect(firstFiles('none.js', files)).toEqual([]);
});
