import { type HelpPage, heading, keys, label, page, points, say, steps, text } from '../blocks.ts';

export const importing: HelpPage = [
  steps(
    say`Open ${label('importing.title')}, under the list (${keys('importing')}).`,
    say`Take what ${label('importing.found')} lists, press ${label('importing.choose')} or ${label('importing.chooseFolder')}, or drop files or a folder anywhere on the window. Text goes under ${label('importing.paste')}, then press ${label('importing.read')}; ${label('importing.clipboard')} saves the pasting.`,
    say`See what would be new, changed, or is here already. Nothing has been saved yet. A line that could not be read is named.`,
    say`Where the file does not say it, enter ${label('importing.host')} or ${label('importing.sequence')}.`,
    say`Press ${label('importing.apply_other', { count: '3' })}, or however many they are. ${label('undo')} takes all of it back.`,
  ),
  heading('What can be read'),
  points(
    say`knockd.conf: open and close doors become one profile, with the port that the command opens and the timeouts. A one-time list beside a file that you choose comes along.`,
    say`knock commands, from your shell’s history or a script.`,
    say`~/.ssh/config, with includes, patterns, jump hosts, and the knock in a ProxyCommand or a Match exec.`,
    say`PuTTY and KiTTY sessions: the registry, .reg files, ~/.putty/sessions, and the folder of a portable KiTTY; with KiTTY’s port knocking and its pauses.`,
    say`Port Knock’s config.txt and the exports of Knock on Ports.`,
    say`Toctoc’s own exports, readable or sealed.`,
  ),
  heading('Take your servers along'),
  steps(
    say`Open ${label('exporting.title')} (${keys('exporting')}).`,
    say`Under ${label('exporting.as')} choose ${label('exporting.formats.sealed')} for a backup or another computer, and a passphrase.`,
    say`Press ${label('exporting.save')}.`,
  ),
  text(
    say`The other kinds of file show every sequence to whoever opens them, but for ${label('exporting.formats.ssh')}, which holds none. More on that: ${page('vault')}.`,
  ),
];
