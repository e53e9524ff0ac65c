import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { findElectron } from '../../build/runtime/find-electron.ts';
import { projectRoot } from '../../build/runtime/project.ts';
import { CSP } from '../../electron/security/ui-headers.ts';
import { version } from '../../package.json' with { type: 'json' };
import type { Licence } from '../../shared/model/about.ts';
import { unpacked } from './support/pack.ts';

const archive = join(unpacked, 'resources/app.asar');

interface Asar {
  listPackage(archive: string, options: { readonly isPack: boolean }): string[];
  extractFile(archive: string, path: string): Buffer;
}

/** The archive's own library, as electron-builder brings it. */
const asar: Asar = createRequire(createRequire(import.meta.url).resolve('electron-builder'))('@electron/asar');
const files = asar.listPackage(archive, { isPack: false }).map((path) => path.slice(1));

describe('what is packed', () => {
  it('is the built app and nothing else', () => {
    const kinds = [
      /^package\.json$/,
      /^out(\/(main(\/chunks)?|cli|preload|renderer(\/assets)?|icons(\/tray)?))?$/,
      /^out\/main\/(entry\.js|main\.cjs|toctoc\.js)$/,
      /^out\/main\/chunks\/[\w.-]+\.cjs$/,
      /^out\/cli\/(toctoc|program)[\w.-]*\.cjs$/,
      /^out\/preload\/preload\.cjs$/,
      /^out\/renderer\/(index|quick-pick)\.html$/,
      /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png)$/,
      /^out\/licences\.json$/,
      /^out\/icons\/tray\/(idle|knocking|open|failed)(-on-light|-on-dark|Template)(@[\d.]+x)?\.(png|ico)$/,
    ];
    expect(files.filter((file) => !kinds.some((kind) => kind.test(file)))).toEqual([]);
    const needed = [
      'package.json',
      'out/licences.json',
      'out/main/entry.js',
      'out/main/main.cjs',
      'out/preload/preload.cjs',
    ];
    for (const file of [...needed, 'out/renderer/index.html']) expect(files).toContain(file);
  });

  it('is no larger than 3 MB', () => {
    expect(statSync(archive).size).toBeLessThanOrEqual(3 << 20);
  });

  it('tells nothing of who built it, and says when it is a test artefact', async () => {
    const manifest: Record<string, unknown> = JSON.parse(asar.extractFile(archive, 'package.json').toString());
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('devDependencies');
    // On the Electron of package.json it is none.
    const { fallbackVersion } = await findElectron(console.log);
    const suffix = fallbackVersion === null ? '' : `-test.electron${fallbackVersion.split('.')[0]}`;
    expect(manifest['version']).toBe(`${version}${suffix}`);
    const texts = files.filter((file) => /\.(js|cjs|json|html|css)$/.test(file));
    const telling = texts.filter((file) => asar.extractFile(archive, file).includes(process.cwd()));
    expect(telling, 'files with a path of this machine').toEqual([]);
  });

  it('carries the licences that the about page lists: ours, Electron’s, and those of all that people get as text', () => {
    const licences: readonly Licence[] = JSON.parse(asar.extractFile(archive, 'out/licences.json').toString());
    const [own, electron, ...bundled] = licences;
    expect([own?.name, own?.licence, electron?.name]).toEqual(['Toctoc', 'MIT', 'Electron']);
    expect(licences.filter(({ text }) => text.length < 100)).toEqual([]);
    const text = readFileSync(join(unpacked, 'LICENSES.third-party.txt'), 'utf8');
    expect(bundled.length).toBeGreaterThan(30);
    for (const { name, version, licence } of bundled) expect(text).toContain(`\n${name} ${version} (${licence})\n`);
  });

  it('lies beside Electron’s own files only', () => {
    expect(readdirSync(join(unpacked, 'resources')).toSorted()).toEqual(
      ['app-update.yml', 'app.asar', 'apparmor-profile', 'bin', 'package-type'].toSorted(),
    );
    expect(readdirSync(join(unpacked, 'locales')).toSorted()).toEqual(['en-GB.pak', 'en-US.pak', 'fr.pak']);
    expect(readdirSync(unpacked)).toContain('LICENSES.chromium.html');
  });
});

describe('fuses, read back from the program', () => {
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  ];
  const on = [
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.EnableCookieEncryption,
  ];

  it('are as configured', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'toctoc'));
    for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
    for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
  });

  it('keep the program from being a Node', () => {
    const script = 'console.log("I am Node")';
    const env = { PATH: process.env['PATH'], HOME: '/nonexistent', ELECTRON_RUN_AS_NODE: '1' };
    const run = (args: readonly string[]) => {
      try {
        return execFileSync(join(unpacked, 'resources/bin/toctoc'), args, { env, encoding: 'utf8', stdio: 'pipe' });
      } catch (error) {
        return String(error);
      }
    };
    expect(run(['-e', script])).not.toMatch(/^I am Node/m);
    const options = { ...env, NODE_OPTIONS: '--require=/nonexistent/evil.cjs' };
    const version = execFileSync(join(unpacked, 'resources/bin/toctoc'), ['--version'], {
      env: options,
      encoding: 'utf8',
    });
    expect(version).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

it('starts, knocks and remembers, as the release workflow tries it on every system', () => {
  const smoke = join(projectRoot, 'tests/package/smoke.ts');
  expect(execFileSync(process.execPath, [smoke], { encoding: 'utf8', timeout: 200_000 })).toContain('and remembers');
});

it('the page says no policy of its own: it comes as a header, and is the strict one', () => {
  expect(asar.extractFile(archive, 'out/renderer/index.html').toString()).not.toContain('Content-Security-Policy');
  const policy = CSP.map(({ name, value }) => `${name} ${value}`).join('; ');
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).not.toContain('unsafe-');
  const main = files.filter((file) => /^out\/main\/.*\.c?js$/.test(file));
  const code = main.map((file) => asar.extractFile(archive, file).toString()).join('\n');
  expect(code).toContain('default-src');
  expect(readFileSync(archive).includes('sourceMappingURL')).toBe(false);
});
