import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosenFiles } from '../../support/chosen-files.ts';
import { failsWithout } from '../../support/needs.ts';
import { commandLine } from '../../support/run-suite.ts';
import { type Machine, reasonToSkip, type Suite, selectSuites, suites } from '../../support/suites.ts';

const everywhere = (): boolean => true;
const names = (chosen: readonly Suite[]): string[] => chosen.map((suite) => suite.name);

function suite(name: string): Suite {
  const found = suites.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no suite ${name}`);
  return found;
}

describe('the suites that are run', () => {
  it('are all of them, in order', () => {
    expect(names(selectSuites([], everywhere))).toEqual([
      'check',
      'build',
      'unit',
      'integration',
      'terminals',
      'wine',
      'ui',
      'lab',
      'package',
      'e2e',
    ]);
  });

  it('are those named, in the same order', () => {
    expect(names(selectSuites(['integration', 'unit'], everywhere))).toEqual(['unit', 'integration']);
  });

  it.each(['ui', 'e2e'])('bring the build when %s is among them', (name) => {
    expect(names(selectSuites([name], everywhere))).toEqual(['build', name]);
  });

  it('leave out a suite that has no folder yet', () => {
    expect(names(selectSuites([], ({ name }) => name === 'unit'))).toEqual(['check', 'build', 'unit']);
  });

  it('refuse a name that is no suite', () => {
    expect(() => selectSuites(['unit', 'labs'], everywhere)).toThrow(
      /^No suite is called labs\. The suites are: check,/,
    );
  });
});

describe('single files of suites', () => {
  const root = resolve('/project');
  const choose = (...words: string[]) => chosenFiles(words, root, (path) => !path.includes('gone'));

  it('are named by their path, beside whole suites', () => {
    const { names, files } = choose(
      'lab',
      'tests/unit/a/b.test.tsx',
      './tests/e2e/crash.spec.ts',
      'tests/e2e/tray.spec.ts',
    );
    expect(names).toEqual(['lab', 'unit', 'e2e']);
    expect([...files]).toEqual([
      ['unit', ['a/b.test.tsx']],
      ['e2e', ['crash.spec.ts', 'tray.spec.ts']],
    ]);
    expect([...choose('tests/unit/a.test.ts', 'unit').files]).toEqual([]);
    expect(choose()).toEqual({ names: [], files: new Map() });
  });

  it.each([
    'tests/unit/gone.test.ts',
    'tests/build/a.test.ts',
    'tests/none/a.test.ts',
    '../tests/unit/a.test.ts',
    'tests/unit/helper.ts',
  ])('refuse %s', (word) => {
    expect(() => choose(word)).toThrow(`${word} is no test file of a suite`);
  });
});

describe('a suite that cannot run here says why', () => {
  const able: Machine = { linux: true, root: true, x64: true, browser: true, missingPrograms: () => [] };

  it.each([
    ['lab', { ...able, root: false }, 'needs root on Linux'],
    ['lab', { ...able, linux: false }, 'needs root on Linux'],
    ['e2e', { ...able, linux: false }, 'needs Linux'],
    ['wine', { ...able, linux: false }, 'needs Linux'],
    ['wine', { ...able, x64: false }, 'needs a 64-bit PC'],
    ['ui', { ...able, browser: false }, 'needs Chromium or Chrome'],
    ['lab', { ...able, missingPrograms: () => ['knockd', 'tcpdump'] }, 'needs knockd, tcpdump'],
  ])('%s', (name, machine, reason) => {
    expect(reasonToSkip(suite(name), machine)).toBe(reason);
  });

  it('and wine is not one without NSIS, which the installer’s tests alone need', () => {
    const missingPrograms = (programs: readonly string[]) => programs.filter((name) => name === 'makensis');
    expect(reasonToSkip(suite('wine'), { ...able, missingPrograms })).toBeUndefined();
  });

  it.each([
    [{}, false],
    [{ CI: 'false', TOCTOC_MUST_RUN: '' }, false],
    [{ CI: 'true' }, true],
    [{ TOCTOC_MUST_RUN: '1' }, true],
  ])('and with %j, tests that lack a program have failed: %s', (env, fails) => {
    expect(failsWithout(env)).toBe(fails);
  });

  it('and none is left out of a machine that has everything', () => {
    expect(suites.map((each) => reasonToSkip(each, able))).toEqual(suites.map(() => undefined));
  });
});

describe('the command line of a suite', () => {
  it('asks vitest for its project and a report', () => {
    expect(commandLine(suite('lab'), '/tmp/r.json')).toEqual(
      expect.arrayContaining(['--project', 'lab', '--reporter=json', '--outputFile.json=/tmp/r.json']),
    );
  });

  it('asks Playwright for its configuration', () => {
    expect(commandLine(suite('e2e'), '/tmp/r.json')).toContain('--config=tests/e2e/playwright.config.ts');
  });

  it('names the one file that a lane runs, and a folder that no other lane empties', () => {
    expect(commandLine(suite('lab'), '/tmp/r.json', 'matrix.test.ts')).toContain('tests/lab/matrix.test.ts');
    expect(commandLine(suite('e2e'), '/tmp/r.json', 'many.spec.ts')).toEqual(
      expect.arrayContaining(['tests/e2e/many.spec.ts', '--output=test-results/e2e/many.spec.ts']),
    );
  });
});
