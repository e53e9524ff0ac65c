import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../build/runtime/project.ts';
import { isLong, packed } from './support/pack.ts';

const APPSTREAM = 'usr/share/metainfo/io.github.toctoc_app.toctoc.metainfo.xml';
const folder = mkdtempSync(join(tmpdir(), 'toctoc-deb-'));
const inside = (path: string) => join(folder, path);
const out = (file: string, ...args: readonly string[]) => execFileSync(file, args, { encoding: 'utf8', stdio: 'pipe' });

beforeAll(() => {
  out('dpkg-deb', '--extract', packed('deb'), folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what a Linux package installs', () => {
  it('has a desktop file that desktop-file-validate has nothing to say about', () => {
    const file = inside('usr/share/applications/toctoc.desktop');
    expect(out('desktop-file-validate', file)).toBe('');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('Exec=/opt/Toctoc/toctoc %U');
    expect(text).toContain('MimeType=x-scheme-handler/toctoc;\n');
    // As package.json's desktopName, so that a running window is found to be this program's.
    expect(text).toContain('StartupWMClass=toctoc\n');
    expect(text).toMatch(/^GenericName\[fr\]=/m);
    expect(text).toMatch(/^Actions=QuickPick;$/m);
    expect(text).toMatch(
      /^\[Desktop Action QuickPick\]\nName=.*\nName\[fr\]=.*\nExec=\/opt\/Toctoc\/toctoc --quick-pick$/m,
    );
  });

  it('has AppStream metadata that appstreamcli passes', () => {
    expect(out('appstreamcli', 'validate', '--no-net', '--explain', inside(APPSTREAM))).toMatch(/successful/i);
    const manifest: { version: string } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    expect(readFileSync(inside(APPSTREAM), 'utf8')).toContain(`<release version="${manifest.version}"`);
  });

  it('has a manual page without a warning, and every command in it', () => {
    const page = inside('usr/share/man/man1/toctoc.1.gz');
    const plain = join(projectRoot, 'build/linux/toctoc.1');
    expect(out('mandoc', '-T', 'lint', '-W', 'warning,stop', plain)).toBe('');
    const text = out('mandoc', '-T', 'ascii', page).replace(/.[\b]/g, '');
    for (const command of ['knock', 'close', 'connect', 'list', 'practice', 'completion']) {
      expect(text).toContain(`toctoc ${command}`);
    }
  });

  it('has completions that their shells can read', () => {
    for (const [file, shell] of [
      ['usr/share/bash-completion/completions/toctoc', 'bash'],
      ['usr/share/zsh/vendor-completions/_toctoc', 'zsh'],
      ['usr/share/fish/vendor_completions.d/toctoc.fish', 'fish'],
    ] as const) {
      expect(out(shell, '-n', inside(file))).toBe('');
      expect(readFileSync(inside(file), 'utf8')).toContain('practice');
    }
  });

  it('has icons of every size under its name, and belongs to root with plain rights', () => {
    for (const size of [16, 32, 48, 64, 128, 256, 512]) {
      statSync(inside(`usr/share/icons/hicolor/${size}x${size}/apps/toctoc.png`));
    }
    const rights = out('dpkg-deb', '--contents', packed('deb')).trim().split('\n');
    const odd = rights.filter((line) => !/^(d|-)rwxr-xr-x root\/root|^-rw-r--r-- root\/root/.test(line));
    expect(odd).toEqual([]);
  });

  it('has an AppArmor profile for Ubuntu’s rule about user namespaces', () => {
    const profile = readFileSync(inside('opt/Toctoc/resources/apparmor-profile'), 'utf8');
    expect(profile).toMatch(/^profile toctoc \/opt\/Toctoc\/toctoc flags=\(unconfined\) \{\n {2}userns,/m);
  });

  it('has scripts that a plain shell can read', () => {
    for (const script of ['after-install.sh', 'after-remove.sh', 'toctoc', 'usr-bin-toctoc', '../macos/toctoc']) {
      expect(out('dash', '-n', join(projectRoot, 'build/linux', script))).toBe('');
    }
  });
});

describe.runIf(isLong)('the other kinds of package hold the same program', () => {
  const asarHash = () => out('sha256sum', inside('opt/Toctoc/resources/app.asar')).slice(0, 64);

  it('rpm', () => {
    const list = out('rpm', '-qpl', packed('rpm'));
    for (const path of ['/usr/bin/toctoc', '/opt/Toctoc/toctoc', `/${APPSTREAM}`, '/usr/share/man/man1/toctoc.1.gz']) {
      expect(list.split('\n')).toContain(path);
    }
    expect(out('rpm', '-qp', '--requires', packed('rpm'))).toContain('gtk3');
    const scripts = out('rpm', '-qp', '--scripts', packed('rpm'));
    for (const script of ['after-install.sh', 'after-remove.sh']) {
      expect(scripts).toContain(readFileSync(join(projectRoot, 'build/linux', script), 'utf8').trim());
    }
    const root = mkdtempSync(join(tmpdir(), 'toctoc-rpm-'));
    const rpm = (...words: readonly string[]) => out('rpm', '--root', root, ...words);
    // A system of its own, which has neither a shell for the scripts nor the libraries.
    rpm('-i', '--nodeps', '--noscripts', packed('rpm'));
    expect(rpm('-V', '--nodeps', 'toctoc')).toBe('');
    expect(out('sha256sum', join(root, 'opt/Toctoc/resources/app.asar')).slice(0, 64)).toBe(asarHash());
    rpm('-U', '--nodeps', '--noscripts', '--replacepkgs', packed('rpm'));
    rpm('-e', '--noscripts', 'toctoc');
    const left = out('find', root, '-not', '-type', 'd', '-not', '-path', '*/.rpmdb/*', '-not', '-path', '*/lib/rpm/*');
    expect(left).toBe('');
    rmSync(root, { recursive: true });
  });

  it.each(['tar.gz', 'zip'] as const)('%s', (kind) => {
    const target = mkdtempSync(join(tmpdir(), 'toctoc-archive-'));
    if (kind === 'zip') out('7za', 'x', '-y', `-o${target}`, packed('zip'));
    else out('tar', '-xzf', packed('tar.gz'), '--strip-components=1', '-C', target);
    expect(out('sha256sum', join(target, 'resources/app.asar')).slice(0, 64)).toBe(asarHash());
    rmSync(target, { recursive: true });
  });
});
