import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../build/runtime/project.ts';
import { configuration, validate } from './support/configuration.ts';

const config = configuration();
const at = (path: string) => join(projectRoot, path);

/** `deb x64 arm64`: every target with its processors. */
function targets(of: unknown): readonly string[] {
  const list: readonly { readonly target: string; readonly arch: readonly string[] }[] = JSON.parse(JSON.stringify(of));
  return list.map(({ target, arch }) => [target, ...arch].join(' '));
}

describe('the configuration', () => {
  it('passes electron-builder’s own schema, which refuses what it does not know', async () => {
    await validate(configuration());
    await expect(validate({ ...configuration(), asra: true } as never)).rejects.toThrow(/asra/);
    await expect(validate({ ...configuration(), nsis: { perMachin: true } } as never)).rejects.toThrow(/nsis/);
  });

  it('names every package that is promised', () => {
    expect(targets(config.win?.target)).toEqual(['nsis x64 arm64', 'portable x64 arm64', 'zip x64 arm64']);
    expect(targets(config.mac?.target)).toEqual(['dmg universal', 'zip universal']);
    expect(targets(config.linux?.target)).toEqual([
      'AppImage x64 arm64',
      'deb x64 arm64',
      'rpm x64 arm64',
      'tar.gz x64 arm64',
    ]);
  });

  it('ships an allow-list: nothing from node_modules, no sources, no map', () => {
    expect(config.files).toEqual([
      'package.json',
      'out/main/**/*.{js,cjs}',
      'out/cli/*.cjs',
      'out/preload/*.cjs',
      'out/renderer/**/*.{html,js,css,svg,png,webp,woff2}',
      'out/icons/tray/*',
      'out/licences.json',
      '!node_modules',
    ]);
    const manifest: Record<string, unknown> = JSON.parse(readFileSync(at('package.json'), 'utf8'));
    expect(manifest['dependencies'], 'a dependency would be copied into the package').toBeUndefined();
  });

  it('shuts the fuses of architecture.md', () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('installs on Windows for one person, keeps the data, and uninstalls without a trace of itself', () => {
    expect(config.nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      allowElevation: true,
      deleteAppDataOnUninstall: false,
    });
    const script = readFileSync(at('build/windows/installer.nsh'), 'utf8');
    expect(script).toContain('!macro customInstall');
    expect(script).toContain('!macro customUnInstall');
    expect(config.portable?.requestExecutionLevel).toBe('user');
  });

  it('asks macOS for one entitlement, the one that V8 needs', () => {
    for (const file of [config.mac?.entitlements, config.mac?.entitlementsInherit]) {
      const keys = readFileSync(at(file ?? ''), 'utf8').match(/<key>[^<]+/g);
      expect(keys).toEqual(['<key>com.apple.security.cs.allow-jit']);
    }
    expect(config.mac?.hardenedRuntime).toBe(true);
  });

  it('registers toctoc:// everywhere', () => {
    expect(config.protocols).toEqual([{ name: 'Toctoc link', schemes: ['toctoc'] }]);
  });

  it('names only files that are there or that the build makes', () => {
    const text = readFileSync(at('build/electron-builder.yml'), 'utf8');
    const named = [...text.matchAll(/\b(?:build|dist)\/[\w./-]+/g)].map(([path]) => path);
    expect(named.length).toBeGreaterThan(15);
    // Written by build/packaging: completions, the manual page, the Windows programs.
    const made = /^dist\/(share\/(man\/toctoc\.1\.gz|completions\/(bash|zsh|fish))|windows\/toctoc(-path)?\.exe)$/;
    expect(named.filter((path) => !existsSync(at(path)) && !made.test(path))).toEqual([]);
  });
});
