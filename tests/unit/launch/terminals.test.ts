import { describe, expect, it } from 'vitest';
import { LINUX_TERMINALS } from '../../../electron/launch/terminals/linux.ts';
import { terminalStart, type Variant } from '../../../electron/launch/terminals/terminal.ts';

const COMMAND = ['/usr/bin/ssh', '-p', '22', '--', 'server'];
const TITLE = 'Toctoc: server';
const start = (variant: Variant, command: readonly string[]) =>
  terminalStart(variant, { title: TITLE, profile: '', command }).argv;
const variants = LINUX_TERMINALS.flatMap((terminal) => terminal.variants);

describe('the terminals of Linux', () => {
  it('are these, in this order', () => {
    expect(LINUX_TERMINALS.map(({ id }) => id)).toEqual([
      ...['default', 'gnome-terminal', 'ptyxis', 'konsole', 'xfce4-terminal', 'kitty', 'alacritty', 'wezterm'],
      ...['ghostty', 'foot', 'xterm'],
    ]);
  });

  it('have ids that a profile can keep', () => {
    for (const { id } of LINUX_TERMINALS) expect(id).toMatch(/^[a-z0-9-]{1,40}$/);
    expect(LINUX_TERMINALS.map(({ id }) => id)).not.toContain('auto');
  });

  it.each([
    ['$TERMINAL', ['-e']],
    ['xdg-terminal-exec', []],
    ['x-terminal-emulator', ['-e']],
    ['gnome-terminal', ['--title=Toctoc: server', '--']],
    ['ptyxis', ['--']],
    ['konsole', ['-e']],
    ['xfce4-terminal', ['--disable-server', '--title=Toctoc: server', '-x']],
    ['kitty', []],
    ['alacritty', ['--title=Toctoc: server', '-e']],
    ['wezterm', ['start', '--']],
    ['ghostty', ['--gtk-single-instance=false', '-e']],
    ['foot', ['--title=Toctoc: server', '--']],
    ['xterm', ['-T', 'Toctoc: server', '-e']],
  ])('%s gets %j and the command', (executable, before) => {
    const variant = variants.find((one) => one.executable === executable);
    expect(variant && start(variant, COMMAND)).toEqual([...before, ...COMMAND]);
  });

  it('are all in the list above', () => {
    expect(variants).toHaveLength(13);
  });

  it.each(variants)('$executable ends with the command, untouched', (variant) => {
    const awkward = ['/opt/my ssh', '-o', 'A="b c"', '; rm -rf ~', '$(x)', 'ü', ''];
    expect(start(variant, awkward).slice(-awkward.length)).toEqual(awkward);
  });
});
