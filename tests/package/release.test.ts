import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
