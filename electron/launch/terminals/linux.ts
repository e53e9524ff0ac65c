import { DESKTOP_TERMINAL } from '../../../shared/model/launch.ts';
import type { Terminal } from './terminal.ts';

const TITLE = { joined: '--title=' } as const;

/**
 * The terminals of Linux, in order of preference: what the person or the desktop chose, then what is installed.
 * Every one gets the command as separate arguments; options that take it as one string for a shell are not used.
 */
export const LINUX_TERMINALS: readonly Terminal[] = [
  {
    id: DESKTOP_TERMINAL,
    name: 'Default terminal',
    variants: [
      // The person's own word. A terminal of this table is run its own way, anything else as xterm is.
      { executable: '$TERMINAL', run: ['-e'], passesStatus: true, expands: '$NAME' },
      // The desktop's choice (freedesktop.org's proposal): the command follows as it is.
      { executable: 'xdg-terminal-exec', run: [], passesStatus: true, expands: '$NAME' },
      // The machine's choice: Debian Policy 11.8.3 asks for `-e` with the rest of the line. Its `-T` is not safe to
      // use: not every terminal that is registered there has it.
      { executable: 'x-terminal-emulator', run: ['-e'], passesStatus: true, expands: '$NAME' },
    ],
  },
  // gnome-terminal(1): `-e` takes one string and is deprecated; `--` takes arguments.
  {
    id: 'gnome-terminal',
    name: 'GNOME Terminal',
    variants: [{ executable: 'gnome-terminal', title: TITLE, run: ['--'] }],
  },
  // ptyxis(1): `-x` takes one string; `--title` is for tabs and windows without a command.
  { id: 'ptyxis', name: 'Ptyxis', variants: [{ executable: 'ptyxis', run: ['--'] }] },
  {
    id: 'konsole',
    name: 'Konsole',
    // Titles are formats with `%` in them. `$HOME` in an argument becomes the folder, and a backslash before it keeps it
    // from that but stays (22.12, tried). What stands behind "the default" may be Konsole too.
    variants: [{ executable: 'konsole', run: ['-e'], expands: '$NAME' }],
  },
  {
    id: 'xfce4-terminal',
    name: 'Xfce Terminal',
    // Without --disable-server a running instance, with its own environment, would take the command.
    variants: [{ executable: 'xfce4-terminal', options: ['--disable-server'], title: TITLE, run: ['-x'] }],
  },
  // kitty's and Ghostty's `--title` cannot be changed by the server afterwards.
  { id: 'kitty', name: 'kitty', variants: [{ executable: 'kitty', run: [] }] },
  { id: 'alacritty', name: 'Alacritty', variants: [{ executable: 'alacritty', title: TITLE, run: ['-e'] }] },
  { id: 'wezterm', name: 'WezTerm', variants: [{ executable: 'wezterm', options: ['start'], run: ['--'] }] },
  {
    id: 'ghostty',
    name: 'Ghostty',
    // A running instance opens a window and drops the command.
    variants: [{ executable: 'ghostty', options: ['--gtk-single-instance=false'], run: ['-e'] }],
  },
  {
    id: 'foot',
    name: 'foot',
    // foot(1), EXIT STATUS: 230 is its own failure, anything else is the command's.
    variants: [{ executable: 'foot', title: TITLE, run: ['--'], display: 'WAYLAND_DISPLAY', passesStatus: true }],
  },
  {
    id: 'xterm',
    name: 'xterm',
    variants: [{ executable: 'xterm', title: { separate: '-T' }, run: ['-e'], display: 'DISPLAY' }],
  },
];
