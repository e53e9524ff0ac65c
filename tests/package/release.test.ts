import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../build/runtime/project.ts';
import { version } from '../../package.json' with { type: 'json' };
import { unpacked } from './support/pack.ts';

const at = (path: string) => join(projectRoot, path);

describe('what goes with a release', () => {
  it('is a bill of materials in CycloneDX, with everything that is bundled', () => {
    const bill: { readonly bomFormat: string; readonly components: readonly { readonly name: string }[] } = JSON.parse(
      execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
        cwd: projectRoot,
        encoding: 'utf8',
        maxBuffer: 64 << 20,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    expect(bill.bomFormat).toBe('CycloneDX');
    const components = new Set(bill.components.map(({ name }) => name));
    const notices = readFileSync(join(unpacked, 'LICENSES.third-party.txt'), 'utf8');
    const bundled = [...notices.matchAll(/^={80}\n(\S+) \S+ \(/gm)].map(([, name]) => name ?? '');
    expect(bundled.length).toBeGreaterThan(20);
    expect(bundled).toContain('react');
    // npm tells a scope apart as a group.
    const named = (name: string) => components.has(name) || components.has(name.replace(/^@[^/]+\//, ''));
    expect(bundled.filter((name) => !named(name))).toEqual([]);
    expect(components.has('electron')).toBe(true);
  });

  it('is the licence of every bundled package, none of which binds what it is bundled with', () => {
    const notices = readFileSync(join(unpacked, 'LICENSES.third-party.txt'), 'utf8');
    const licences = [...notices.matchAll(/^={80}\n\S+ \S+ \((.*)\)$/gm)].map(([, licence]) => licence ?? '');
    const free = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD', 'CC0-1.0'];
    expect(licences.filter((licence) => !free.includes(licence))).toEqual([]);
  });

  it('is a line in the change log’s and AppStream’s list of versions', () => {
    const metainfo = readFileSync(at('build/linux/io.github.toctoc_app.toctoc.metainfo.xml'), 'utf8');
    expect(metainfo).toContain(`version="${version}"`);
    expect(readFileSync(at('CHANGELOG.md'), 'utf8')).toMatch(/^## Unreleased$/m);
  });
});

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
}

describe('the workflows', () => {
  const names = readdirSync(at('.github/workflows'));
  const all = names.map((name): Workflow => parse(readFileSync(at(`.github/workflows/${name}`), 'utf8')));
  const steps = all.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));

  it('may read, and each job no more than it says', () => {
    expect(names.toSorted()).toEqual(['ci.yml', 'release.yml']);
    for (const { permissions } of all) expect(permissions).toEqual({ contents: 'read' });
  });

  it('use GitHub’s own actions by tag, and npm’s own lock file', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((action) => !/^actions\/[\w-]+@v\d+$/.test(action))).toEqual([]);
    expect(steps.some(({ run }) => /npm (i|install)\b/.test(run ?? ''))).toBe(false);
  });

  it('put nothing of an event into a shell', () => {
    const scripts = steps.flatMap(({ run }) => run ?? []);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });

  it('call only scripts that there are', () => {
    const manifest: { scripts: Record<string, string> } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
    const called = steps.flatMap(({ run }) => [...(run ?? '').matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name));
    expect(called.length).toBeGreaterThan(2);
    expect(called.every((name) => manifest.scripts[name ?? ''] !== undefined)).toBe(true);
  });
});
