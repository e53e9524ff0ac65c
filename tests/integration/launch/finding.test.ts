import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDesktopEntry } from '../../../electron/launch/finders/desktop-entry.ts';
import { linuxFinder } from '../../../electron/launch/finders/linux.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'toctoc-find-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string, mode = 0o644): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}
const program = (path: string) => write(path, '#!/bin/sh\n', 0o755);
const find = (name: string, environment: Readonly<Record<string, string>> = {}) =>
  linuxFinder({ HOME: root, PATH: join(root, 'bin'), XDG_DATA_DIRS: join(root, 'share'), ...environment }).program(
    name,
  );

describe('a program of Linux is found', () => {
  it('in PATH before all else', async () => {
    const path = program('bin/kitty');
    const other = program('opt/kitty');
    write('share/applications/kitty.desktop', `[Desktop Entry]\nExec=${other}\n`);
    expect(await find('kitty')).toBe(path);
  });

  it('by its desktop file: the person’s own, one of the system’s, by another id', async () => {
    const path = program('.local/kitty.app/bin/kitty');
    write('.local/share/applications/kitty.desktop', `[Desktop Entry]\nExec="${path}" --single %F\n`);
    expect(await find('kitty')).toBe(path);
    const wezterm = program('opt/wezterm/wezterm');
    write('share/applications/org.wezfurlong.wezterm.desktop', `[Desktop Entry]\nExec=${wezterm} start\n`);
    expect(await find('wezterm')).toBe(wezterm);
  });

  it('as a Flatpak, where its commands are exported', async () => {
    const path = program('flatpak/exports/bin/app.devsuite.Ptyxis');
    const shared = { XDG_DATA_DIRS: `${join(root, 'flatpak/exports/share')}/:/nowhere` };
    expect(await find('ptyxis', shared)).toBe(path);
    expect(await find('ptyxis')).toBeNull();
    // Its commands run inside its sandbox, where there is no ssh.
    program('flatpak/exports/bin/org.wezfurlong.wezterm');
    expect(await find('wezterm', shared)).toBeNull();
  });

  it('not behind a wrapper, nor where the file is hidden, gone or not executable', async () => {
    write('share/applications/foot.desktop', `[Desktop Entry]\nExec=${program('bin/env')} foot\n`);
    write('share/applications/kitty.desktop', `[Desktop Entry]\nExec=${program('opt/kitty')}\nHidden=true\n`);
    write('share/applications/konsole.desktop', `[Desktop Entry]\nExec=${join(root, 'gone/konsole')}\n`);
    write('share/applications/xterm.desktop', `[Desktop Entry]\nExec=${write('opt/xterm', '')}\n`);
    for (const name of ['foot', 'kitty', 'konsole', 'xterm', 'nothing']) expect(await find(name)).toBeNull();
  });
});

describe('a desktop file', () => {
  it.each([
    ['[Desktop Entry]\nExec=a b c\n', 'a'],
    ['[Desktop Entry]\r\nName=x\r\nExec = a\r\n', 'a'],
    ['[Desktop Entry]\nExec="/opt/my app/a \\\\"b\\\\"" %U\n', '/opt/my app/a "b"'],
    ['[Desktop Entry]\nExec=a\n[Desktop Action new]\nExec=b\n', 'a'],
    ['[Other]\nExec=b\n[Desktop Entry]\nExec=a\n', 'a'],
    ['[Desktop Entry]\nName=x\n', null],
    ['[Desktop Entry]\nExec=\n', null],
    ['[Desktop Entry]\nExec=""\n', null],
    ['[Desktop Entry]\nExec=a\nHidden=true\n', null],
    ['', null],
  ])('%j starts %j', (text, name) => {
    expect(parseDesktopEntry(text)).toBe(name);
  });
});
