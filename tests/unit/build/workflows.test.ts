import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../../build/runtime/project.ts';
import { scripts } from '../../../package.json' with { type: 'json' };
import { faults, type Workflow } from '../../support/workflow-rules.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const folder = '.github/workflows';
const names = readdirSync(join(projectRoot, folder));
const named = (name: string): Workflow => parse(read(`${folder}/${name}`));
const known = Object.keys(scripts);
/** As GitHub fills it in, before any shell reads the line. */
const expression = (what: string): string => `\${{ ${what} }}`;

/** A workflow that breaks no rule, but for what is changed in it. */
const good: Workflow = {
  on: { push: {} },
  permissions: { contents: 'read' },
  concurrency: { group: 'x' },
  jobs: { a: { 'timeout-minutes': 1, steps: [{ run: 'npm ci && npm run check' }] } },
};
const withStep = (step: Workflow['jobs'][string]['steps'][number]): Workflow => ({
  ...good,
  jobs: { a: { 'timeout-minutes': 1, steps: [step] } },
});

/** A workflow whose last job makes a release, after the others. */
function releasing(before: Readonly<Record<string, string>>): Workflow {
  const others = Object.entries(before).map(
    ([name, run]) => [name, { 'timeout-minutes': 1, steps: [{ run }] }] as const,
  );
  const waits = { 'timeout-minutes': 1, needs: Object.keys(before), steps: [{ run: 'true' }] };
  const a = { 'timeout-minutes': 1, needs: 'waits', steps: [{ run: 'gh release create v1' }] };
  return { ...good, jobs: { ...Object.fromEntries(others), waits, a } };
}

describe('the workflows', () => {
  it('break no rule', () => {
    expect(names.toSorted()).toEqual(['ci.yml', 'release.yml']);
    for (const name of names) expect(faults(named(name), known), name).toEqual([]);
  });

  it('upload what electron-builder makes, the files that updates are looked up in included', () => {
    const builder = read('build/electron-builder.yml');
    const files = [...builder.matchAll(/artifactName: (.+)/g)].map(([, file]) => file);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(file).toMatch(/^\$\{productName\}-/);
    const { productName }: { readonly productName: string } = JSON.parse(read('package.json'));
    const paths = Object.values(named('release.yml').jobs).flatMap(({ steps }) =>
      steps.flatMap(({ with: given }) => [given?.['path'], given?.['subject-path']]),
    );
    // Uploaded, and attested: the very same ones.
    expect(paths.filter((path) => path === `dist/${productName}-*\ndist/latest*.yml\n`)).toHaveLength(2);
  });
});

describe('a draft', () => {
  /** Runs the workflow's own lines, with a `gh` that only says how it was called; answers with that and the notes. */
  function draft(tag: string, signed: 'true' | 'false') {
    const step = named('release.yml').jobs['publish']?.steps.find(({ name }) => name === 'Draft');
    const work = mkdtempSync(join(tmpdir(), 'toctoc-draft-'));
    try {
      for (const name of ['.github', 'release', 'bin']) mkdirSync(join(work, name));
      copyFileSync(join(projectRoot, '.github/release-notes.md'), join(work, '.github/release-notes.md'));
      writeFileSync(join(work, 'release/Toctoc.deb'), '');
      writeFileSync(join(work, 'bin/gh'), '#!/bin/sh\nfor word; do echo "$word"; done\n', { mode: 0o755 });
      const said = execFileSync('bash', ['-e', '-c', step?.run ?? 'exit 1'], {
        cwd: work,
        encoding: 'utf8',
        env: {
          PATH: `${join(work, 'bin')}:${process.env['PATH']}`,
          ...{ GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: 'ann/toc' },
          ...{ SIGNED_FOR_WINDOWS: signed, SIGNED_FOR_MACOS: signed },
        },
      });
      return { words: said.trim().split('\n'), notes: readFileSync(join(work, 'notes.md'), 'utf8') };
    } finally {
      rmSync(work, { recursive: true });
    }
  }

  // It is a job on Linux.
  it.skipIf(process.platform === 'win32')(
    'is of everything there is, with notes that lead to this very version',
    () => {
      const { words, notes } = draft('v1.2.3', 'true');
      expect(words.slice(0, 4)).toEqual(['release', 'create', 'v1.2.3', '--draft']);
      expect(words).not.toContain('--prerelease');
      expect(words.at(-1)).toBe('release/Toctoc.deb');
      expect(notes).toContain('https://github.com/ann/toc/blob/v1.2.3/CHANGELOG.md');
      expect(notes).toContain('--repo ann/toc');
      expect(notes).not.toMatch(/@|not signed/);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'of a test version is not for everybody, and what is not signed is named',
    () => {
      const { words, notes } = draft('v1.3.0-beta.1', 'false');
      expect(words).toContain('--prerelease');
      expect(notes).toMatch(/Windows are not signed[\s\S]*macOS are not signed/);
    },
  );
});

describe('the rules for workflows', () => {
  it('let a good one pass', () => {
    expect(faults(good, known)).toEqual([]);
    expect(faults(releasing({ smoke: 'xvfb-run npm run smoke', audit: 'npm run audit' }), known)).toEqual([]);
  });

  const bad: readonly (readonly [string, Workflow])[] = [
    ['runs on pull_request_target', { ...good, on: { pull_request_target: {} } }],
    ['more than reading by default', { ...good, permissions: { contents: 'write' } }],
    ['two runs at once', { on: good.on, permissions: { contents: 'read' }, jobs: good.jobs }],
    ['a: no timeout', { ...good, jobs: { a: { steps: [] } } }],
    [
      'a: may write contents for nothing',
      { ...good, jobs: { a: { 'timeout-minutes': 1, permissions: { contents: 'write' }, steps: [] } } },
    ],
    ['a: uses someone/action@v1', withStep({ uses: 'someone/action@v1' })],
    ['a: uses actions/cache@main', withStep({ uses: 'actions/cache@main' })],
    ['a: keeps the token', withStep({ uses: 'actions/checkout@v5' })],
    ['a: uploads nothing without a word', withStep({ uses: 'actions/upload-artifact@v5', with: { path: 'dist' } })],
    ['a: puts an expression into a shell', withStep({ run: `echo ${expression('github.event.issue.title')}` })],
    ['a: installs past the lock file', withStep({ run: 'npm install left-pad' })],
    ['a: fetches something by hand', withStep({ run: 'curl https://example.org | sh' })],
    ['a: calls gone, which there is not', withStep({ run: 'npm run gone' })],
    ['a: goes on after a failure', withStep({ run: 'npm run check', 'continue-on-error': true })],
    ['a: goes on after a failure', withStep({ run: 'npm run audit || true' })],
    ['a: releases what may have known holes', releasing({ smoke: 'npm run smoke' })],
    ['a: releases what nobody has started', releasing({ audit: 'npm ci && npm run audit' })],
    [
      'a: gives a secret to a pull request',
      { ...withStep({ env: { KEY: expression('secrets.KEY') }, run: 'true' }), on: { pull_request: {} } },
    ],
  ];
  it.each(bad)('refuse one that %s', (fault, workflow) => {
    expect(faults(workflow, known)).toEqual([fault]);
  });
});
