import type { AppState } from '../../../shared/model/app-state.ts';

/** A custom command to begin from. `name`: a proper name; without one it is "any terminal". */
interface Preset {
  readonly name?: string;
  readonly command: string;
}

const FILEZILLA = { name: 'FileZilla', command: 'filezilla sftp://{user}@{host}:{port}' };

/** By system. Each is a line that its program's manual gives, with our words in it. */
export const COMMAND_PRESETS: Readonly<Record<AppState['platform'], readonly Preset[]>> = {
  linux: [
    FILEZILLA,
    { name: 'Remmina', command: 'remmina -c rdp://{user}@{host}:{port}' },
    { command: 'xterm -T {name} -e ssh -p {port} -l {user} {address}' },
  ],
  macos: [
    { name: 'FileZilla', command: 'open -a FileZilla --args sftp://{user}@{host}:{port}' },
    { command: '/Applications/WezTerm.app/Contents/MacOS/wezterm start -- ssh -p {port} -l {user} {address}' },
  ],
  windows: [
    FILEZILLA,
    { name: 'MobaXterm', command: 'MobaXterm.exe -newtab "ssh -p {port} -l {user} {host}"' },
    { command: '"C:\\Program Files\\Alacritty\\alacritty.exe" -e ssh -p {port} -l {user} {address}' },
  ],
};
