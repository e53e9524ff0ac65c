import { code, type HelpPage, heading, keys, label, outside, page, points, say, text } from '../blocks.ts';

export const tray: HelpPage = [
  heading('In the tray'),
  points(
    say`Closing the window asks once whether Toctoc stays in the tray: ${outside('closing.keep')}. Later ${label('desktop.section.closeToTray')} decides, in the settings.`,
    say`The menu has what is running, the server that you used last, your favourites, then your tags, then the rest. The star on a profile’s page makes it a favourite.`,
    say`${label('desktop.section.autostart')}, in the settings, starts Toctoc hidden in the tray.`,
    say`${label('desktop.section.notifications')}: when a run ends and no window of Toctoc has the focus. A click leads there.`,
    say`${label('keepOpen.label')}, on the page of a profile with ${label('editor.keepOpen')}, knocks again and again while it is on and Toctoc runs.`,
  ),
  heading('Quick pick'),
  points(
    say`${outside('tray.quickPick')} in the tray’s menu, or a shortcut of your own: ${label('desktop.section.shortcut')}, in the settings.`,
    say`Type a few letters. Enter knocks and connects, Ctrl+Enter (Cmd on a Mac) only knocks, Escape puts it away.`,
  ),
  heading('In the window'),
  points(
    say`${keys('open')}: any profile or action by a few letters, and what is written in this help.`,
    say`${keys('help')}: the help for what you are at. ${keys('shortcuts')}: all shortcuts.`,
    say`Links such as ${code('toctoc://open/…')} select a profile and ask. A link never sends a packet.`,
  ),
  heading('If something is missing'),
  points(
    say`No icon, on GNOME: it shows tray icons only with an extension. Start Toctoc again, and its window is there.`,
    say`No shortcut, on Wayland: a program cannot take one by itself. The settings name the command to put behind a shortcut of your desktop.`,
    say`No start at login: a portable copy is refused it, and so is one that macOS runs from a temporary place.`,
  ),
  text(say`Without any window: ${page('command-line')}.`),
];
