import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLauncher } from '../../../electron/launch/launcher.ts';
import { LINUX_TERMINALS } from '../../../electron/launch/terminals/linux.ts';
import { target } from '../../unit/launch/target.ts';
import { StandIns } from './stand-in.ts';

const ADDRESS = '192.0.2.7';
const WATCH_MS = 1000;
const AWKWARD = '~/.ssh/my key "é" $(touch x); `y` \'z\' & \\ *';

let programs: StandIns;
beforeEach(() => {
  programs = new StandIns();
});
afterEach(() => programs.remove());

function launcher(environment: Record<string, string> = {}, watchMs = WATCH_MS) {
  const display = { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' };
  return createLauncher({
    platform: 'linux',
    environment: { PATH: programs.bin, XDG_DATA_DIRS: programs.root, ...display, ...environment },
    watchMs,
    openLink: () => Promise.reject(new Error('no handler')),
  });
}

function add(...names: readonly string[]): void {
  for (const name of names) programs.add(name);
}

const ssh = () => join(programs.bin, 'ssh');
const sshArgv = ['-o', 'HostName=192.0.2.7', '-o', 'HostKeyAlias=server', '-p', '22', '--', 'server'];

describe('detection', () => {
  it('finds what is installed, in order of preference', async () => {
    add('xterm', 'kitty', 'x-terminal-emulator', 'konsole');
    expect(await launcher().detect()).toEqual([
      { client: 'ssh', id: 'default', name: 'Default terminal' },
      { client: 'ssh', id: 'konsole', name: 'Konsole' },
      { client: 'ssh', id: 'kitty', name: 'kitty' },
      { client: 'ssh', id: 'xterm', name: 'xterm' },
    ]);
  });

  it('leaves out what has no display to show itself on', async () => {
    add('foot', 'xterm');
    expect((await launcher({ WAYLAND_DISPLAY: '' }).detect()).map(({ id }) => id)).toEqual(['xterm']);
    expect((await launcher({ DISPLAY: '' }).detect()).map(({ id }) => id)).toEqual(['foot']);
  });

  it('takes neither a folder, nor a file that is not executable, nor anything from a relative folder', async () => {
    programs.addScript('kitty', '#!/bin/sh\n', 0o644);
    symlinkSync('/tmp', join(programs.bin, 'konsole'));
    add('xterm');
    expect((await launcher().detect()).map(({ id }) => id)).toEqual(['xterm']);
    for (const path of ['', '.', ':', 'bin', './bin']) {
      expect(await launcher({ PATH: path }).detect()).toEqual([]);
    }
  });

  it('finds a terminal that was installed meanwhile', async () => {
    const one = launcher();
    expect(await one.detect()).toEqual([]);
    add('kitty');
    expect(await one.detect()).toHaveLength(1);
  });
});

describe('a launch', () => {
  const variants = LINUX_TERMINALS.flatMap((terminal) =>
    terminal.variants.filter(({ executable }) => !executable.startsWith('$')).map((variant) => ({ terminal, variant })),
  );

  it.each(variants)('by $variant.executable hands over every argument as it is', async ({ terminal, variant }) => {
    add('ssh', variant.executable);
    const chosen = target('server', { terminal: terminal.id, identityFile: AWKWARD });
    expect(await launcher().launch({ ...chosen, name: '-e "Büro"; x' }, ADDRESS)).toEqual({
      ok: true,
      value: { client: terminal.id === 'default' ? variant.executable : terminal.name },
    });
    const { argv } = await programs.seen(variant.executable);
    const command = [ssh(), ...sshArgv.slice(0, 6), '-i', AWKWARD, '--', 'server'];
    expect(argv.slice(-command.length)).toEqual(command);
    const named = { joined: ['--title=Toctoc: -e "Büro"; x'], separate: ['-T', 'Toctoc: -e "Büro"; x'], none: [] };
    const title = variant.title === undefined ? 'none' : 'joined' in variant.title ? 'joined' : 'separate';
    expect(argv.slice(0, -command.length)).toEqual([...(variant.options ?? []), ...named[title], ...variant.run]);
  });

  it('takes the preferred terminal for “auto”, and another where it is chosen', async () => {
    add('ssh', 'kitty', 'xterm');
    expect(await launcher().launch(target('server'), ADDRESS)).toEqual({ ok: true, value: { client: 'kitty' } });
    expect(await launcher().launch(target('server', { terminal: 'xterm' }), ADDRESS)).toEqual({
      ok: true,
      value: { client: 'xterm' },
    });
  });

  it('follows $TERMINAL: a known one its own way, an unknown one as xterm, a missing one not', async () => {
    add('ssh', 'wezterm', 'my-terminal', 'xdg-terminal-exec');
    for (const terminal of [join(programs.bin, 'wezterm'), 'my-terminal', 'gone --now']) {
      expect(await launcher({ TERMINAL: terminal }).launch(target('server'), ADDRESS)).toMatchObject({ ok: true });
    }
    expect((await programs.seen('wezterm')).argv).toEqual(['start', '--', ssh(), ...sshArgv]);
    expect((await programs.seen('my-terminal')).argv).toEqual(['-e', ssh(), ...sshArgv]);
    expect((await programs.seen('xdg-terminal-exec')).argv).toEqual([ssh(), ...sshArgv]);
  });

  it('is detached, and has the person’s environment without Electron’s', async () => {
    add('ssh', 'kitty');
    const own = { HOME: '/home/ann', LANG: 'fr_FR.UTF-8', SSH_AUTH_SOCK: '/run/agent' };
    const electron = { ELECTRON_RUN_AS_NODE: '1', CHROME_DESKTOP: 'toctoc.desktop', GDK_BACKEND: 'x11' };
    await launcher({ ...own, ...electron }).launch(target('server'), ADDRESS);
    const seen = await programs.seen('kitty');
    expect(seen.session).toBe(seen.pid);
    expect(seen.env).toMatchObject(own);
    expect(Object.keys(seen.env).filter((name) => name in electron)).toEqual([]);
  });
});

describe('what became of it', () => {
  const path = () => join(programs.bin, 'kitty');

  it('started: it lives', async () => {
    add('ssh');
    programs.add('kitty', 'live=3000');
    const begun = Date.now();
    expect(await launcher().launch(target('server'), ADDRESS)).toMatchObject({ ok: true });
    expect(Date.now() - begun).toBeGreaterThanOrEqual(WATCH_MS - 50);
  });

  it('started: it handed over to a running instance and ended well', async () => {
    add('ssh', 'kitty');
    expect(await launcher({}, 60_000).launch(target('server'), ADDRESS)).toMatchObject({ ok: true });
  });

  it.each([
    ['exit=3', 3],
    ['exit=255', 255],
    ['signal=SIGKILL', 'SIGKILL'],
  ])('ended at once: %s', async (then, status) => {
    add('ssh');
    programs.add('kitty', then);
    expect(await launcher({}, 60_000).launch(target('server'), ADDRESS)).toEqual({
      ok: false,
      problems: [{ code: 'launch-ended', params: { path: path(), status } }],
    });
  });

  it('started: a terminal that passes on ssh’s 255 had its window', async () => {
    add('ssh');
    programs.add('foot', 'exit=255');
    expect(await launcher({}, 60_000).launch(target('server'), ADDRESS)).toMatchObject({ ok: true });
    programs.add('foot', 'exit=230');
    expect(await launcher({}, 60_000).launch(target('server'), ADDRESS)).toMatchObject({
      problems: [{ code: 'launch-ended', params: { status: 230 } }],
    });
  });

  it('could not be started', async () => {
    add('ssh');
    programs.addScript('kitty', '#!/no/such/interpreter\n');
    expect(await launcher().launch(target('server'), ADDRESS)).toEqual({
      ok: false,
      problems: [{ code: 'launch-failed', params: { path: path(), reason: 'ENOENT' } }],
    });
  });

  it.each([
    ['no terminal', ['ssh'], 'auto', { code: 'terminal-none' }],
    ['no ssh', ['kitty'], 'auto', { code: 'ssh-missing' }],
    [
      'the chosen terminal is gone',
      ['ssh', 'kitty'],
      'gnome-terminal',
      { code: 'terminal-missing', field: 'launch.terminal', params: { terminal: 'GNOME Terminal' } },
    ],
    [
      'an unknown terminal',
      ['ssh', 'kitty'],
      'putty',
      { code: 'terminal-missing', field: 'launch.terminal', params: { terminal: 'putty' } },
    ],
  ])('%s', async (_what, names, terminal, problem) => {
    add(...names);
    expect(await launcher().launch(target('server', { terminal }), ADDRESS)).toEqual({
      ok: false,
      problems: [problem],
    });
    expect(programs.all()).toEqual([]);
  });
});
