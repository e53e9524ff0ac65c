import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { damageProblem, dataFolderProblem, startSentence } from '../../../electron/system/start-problem.ts';
import { languages } from '../../../shared/text/languages.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what keeps Toctoc from starting', () => {
  it('is a data folder that cannot be had, and not one that is only new', () => {
    const fresh = join(folder, 'a/b');
    expect(dataFolderProblem(fresh)).toBeNull();
    expect(readdirSync(fresh)).toEqual([]);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(dataFolderProblem(file)).toMatchObject({ kind: 'data-folder', path: file });
    expect(dataFolderProblem(join(file, 'below'))).toMatchObject({ kind: 'data-folder', code: 'ENOTDIR' });
  });

  it('is each part of the program that is missing, by its path', () => {
    const parts = ['preload/preload.cjs', 'renderer/index.html', 'renderer/quick-pick.html'];
    for (const part of parts) {
      mkdirSync(dirname(join(folder, part)), { recursive: true });
      writeFileSync(join(folder, part), '');
    }
    expect(damageProblem(folder)).toBeNull();
    for (const part of parts) {
      rmSync(join(folder, part));
      expect(damageProblem(folder)).toEqual({ kind: 'damaged', path: join(folder, part) });
      writeFileSync(join(folder, part), '');
    }
  });

  it('is said with the place to look at, in every language', () => {
    for (const { desktop } of Object.values(languages)) {
      for (const problem of [
        { kind: 'data-folder', path: '/data', code: 'EROFS' },
        { kind: 'damaged', path: '/data' },
        { kind: 'unexpected', folder: '/data' },
      ] as const) {
        expect(startSentence(problem, desktop)).toContain('/data');
        expect(startSentence(problem, desktop)).not.toContain('{{');
      }
    }
  });
});
