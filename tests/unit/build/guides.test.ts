import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../build/runtime/project.ts';
import { scripts } from '../../../package.json' with { type: 'json' };
import { suites } from '../../support/suites.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

describe('the contributing guide', () => {
  const guide = read('.github/CONTRIBUTING.md');

  it('has a line on every suite, and on no other', () => {
    const named = [...guide.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm)].flatMap(
      ([, names = '']) => names.match(/\w+/g) ?? [],
    );
    const kept = suites.filter(({ kind }) => kind !== 'command').map(({ name }) => name);
    expect(named.toSorted()).toEqual(kept.toSorted());
  });

  it('calls commands and files that there are', () => {
    const called = [...guide.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(called.length).toBeGreaterThan(3);
    expect(called.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    const paths = [...guide.matchAll(/`(?:npm test -- |node )?((?:build|electron|renderer|shared|tests)\/[\w./-]+)`/g)];
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.map(([, path = '']) => path).filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });
});

describe('where the security page says that Electron’s points are tried', () => {
  const list = read('.github/SECURITY.md').split('twenty points\n')[1] ?? '';
  const rows = list.split('\n').filter((line) => /^\| \d/.test(line));

  it('is every one of the twenty', () => {
    const points = rows.flatMap((row) => (row.split('|')[1]?.match(/\d+/g) ?? []).map(Number));
    expect(points.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  it('is a test of that name', () => {
    const places = rows.flatMap((row) => [...row.matchAll(/`((?:e2e|unit|package)\/[\w/-]+)`(?: “([^”]+)”)?/g)]);
    expect(places.length).toBeGreaterThan(10);
    for (const [, path = '', title = ''] of places) {
      const file = ['test', 'spec']
        .map((kind) => `tests/${path}.${kind}.ts`)
        .find((name) => existsSync(join(projectRoot, name)));
      expect(file, path).toBeDefined();
      // The page may break off a long title.
      expect(read(file ?? ''), path).toContain(title.replace(/ ?…$/, ''));
    }
  });
});
