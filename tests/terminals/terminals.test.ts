import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLauncher } from '../../electron/launch/launcher.ts';
import { StandIns } from '../integration/launch/stand-in.ts';
import { installed } from '../support/needs.ts';
import { target } from '../unit/launch/target.ts';
import { Screens } from './screens.ts';

/** Every terminal of the table that Debian packages, as it is told of; `as`: the name it is found by, where that is not its own. */
const TERMINALS = [
  { id: 'gnome-terminal', name: 'GNOME Terminal' },
  { id: 'konsole', name: 'Konsole' },
  { id: 'xfce4-terminal', name: 'Xfce Terminal' },
  { id: 'kitty', name: 'kitty' },
  { id: 'alacritty', name: 'Alacritty' },
  { id: 'foot', name: 'foot', wayland: true },
  { id: 'xterm', name: 'xterm' },
  { id: 'default', name: 'xterm', program: 'xterm', as: 'x-terminal-emulator' },
  // Debian's own wrappers, by which these two are the machine's default.
  { id: 'default', name: 'Xfce Terminal', program: 'xfce4-terminal.wrapper', as: 'x-terminal-emulator' },
  { id: 'default', name: 'GNOME Terminal', program: 'gnome-terminal.wrapper', as: 'x-terminal-emulator' },
  { id: 'default', name: 'Konsole', program: 'konsole', as: 'x-terminal-emulator' },
] as const;

let screens: Screens;
let programs: StandIns;
beforeAll(async () => {
  screens = await Screens.start();
});
afterAll(() => screens?.stop());
beforeEach(() => {
  programs = new StandIns();
  programs.add('ssh', 'live=3000');
});
afterEach(() => programs.remove());

it.each(TERMINALS.map((terminal) => ({ program: terminal.id, ...terminal })))(
  '$name ($program) runs ssh with every argument as it was',
  async (terminal) => {
    const { program } = terminal;
    // The wrappers start the terminal by its name.
    if (program.endsWith('.wrapper')) {
      const wrapped = program.replace('.wrapper', '');
      symlinkSync(installed(wrapped) ?? '', join(programs.bin, wrapped));
    }
    symlinkSync(installed(program) ?? '', join(programs.bin, 'as' in terminal ? terminal.as : program));
    const launcher = createLauncher({
      openLink: () => Promise.reject(new Error('no links here')),
      platform: 'linux',
      environment: {
        PATH: `${programs.bin}`,
        ...{ HOME: programs.root, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', XDG_DATA_DIRS: '/usr/local/share:/usr/share' },
        ...('wayland' in terminal ? screens.wayland : screens.x),
      },
    });
    const identityFile = '~/ü key "1" \'2\' ; $(touch x) `y` & | > \\ * ? %s %PATH $1 #';
    const launch = { terminal: terminal.id, user: 'CORP\\jürgen', identityFile, options: '-o "SetEnv A=\'b c\'"' };
    const source = { ...target('bücher.example', launch, 2222), name: '-e; $(x) "Büro" %n' };
    expect(await launcher.launch(source, 'fe80::1%eth0')).toEqual({ ok: true, value: { client: terminal.name } });
    expect((await programs.seen('ssh')).argv).toEqual([
      ...['-o', 'HostName=fe80::1%%eth0', '-o', 'HostKeyAlias=[bücher.example]:2222', '-p', '2222'],
      ...['-l', 'CORP\\jürgen', '-o', `IdentityFile="${identityFile.replaceAll('%', '%%').replace(/["\\]/g, '\\$&')}"`],
      ...['-o', "SetEnv A='b c'", '--', 'bücher.example'],
    ]);
  },
);
