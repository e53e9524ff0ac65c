import { code, type HelpPage, heading, label, page, points, say, steps, text } from '../blocks.ts';

export const ssh: HelpPage = [
  heading('Plain ssh knocks by itself'),
  steps(
    say`On the profile’s page press ${label('launching.withSsh.open')}`,
    say`Choose a short name under ${label('launching.withSsh.alias')}, such as ${code('web1')}.`,
    say`Read what is written, and where. Then press ${label('launching.withSsh.add')}.`,
    say`In any terminal type ${code('ssh web1')}. scp, sftp, rsync, git and VS Code go the same way.`,
  ),
  text(
    say`A copy of your SSH configuration is kept beside it, and ${label('launching.withSsh.remove')} leaves it as it was. A portable copy of Toctoc has to be installed for this: ssh could not find it.`,
  ),
  heading('What Toctoc starts'),
  text(
    say`${label('editor.launch')}, in the editor, offers what is installed: OpenSSH in one of your terminals, and, where the system has them, PuTTY, KiTTY, WinSCP and remote desktop; also sftp, ftp and web links, a command of your own, or nothing.`,
  ),
  points(
    say`ssh and PuTTY go to the very address that was knocked. Host keys and your own configuration keep going by the name.`,
    say`${label('editor.user')} and ${label('editor.identityFile')} may stay empty: then your SSH configuration decides.`,
    say`PuTTY: ${label('launching.session')} brings its settings; host, port and user come from the profile.`,
    say`${label('launching.jumpHost')}: it is knocked and checked in place of the host, and ${label('editor.doorPort')} is its port.`,
    say`${label('launching.custom')} is split at spaces, without a shell. It knows ${code('{host}')}, ${code('{address}')}, ${code('{port}')}, ${code('{user}')}, ${code('{key}')} and ${code('{name}')}.`,
    say`${label('settings.launch.terminal')}, in the settings, is for profiles that do not name one.`,
  ),
  text(say`In scripts: ${page('command-line')}.`),
];
