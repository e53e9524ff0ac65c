import { join } from 'node:path';

/** The file of a desktop's autostart folder (https://specifications.freedesktop.org/autostart-spec). */
export function autostartFile(env: NodeJS.ProcessEnv, home: string): string {
  // A relative path there is to be ignored (https://specifications.freedesktop.org/basedir-spec).
  const config = env['XDG_CONFIG_HOME']?.startsWith('/') ? env['XDG_CONFIG_HOME'] : join(home, '.config');
  return join(config, 'autostart', 'toctoc.desktop');
}

/** The desktop entry that starts a program at login. */
export function autostartEntry(words: readonly string[]): string {
  return `[Desktop Entry]
Type=Application
Name=Toctoc
Comment=Port knocking from the tray
Exec=${words.map(execWord).join(' ')}
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
`;
}

/**
 * One word of `Exec`. Two rules apply on top of each other (https://specifications.freedesktop.org/desktop-entry-spec,
 * "The Exec key"): inside of double quotes `"`, `` ` ``, `$` and `\` get a backslash, and in a value of the file every
 * backslash is written twice; `%` begins a field code and is written twice as well.
 */
export function execWord(word: string): string {
  if (/[\p{Cc}]/u.test(word)) throw new Error('a control character in a path');
  const plain = word.replaceAll('%', '%%');
  if (/^[\w@%+=:,./-]+$/.test(plain)) return plain;
  return `"${plain.replace(/["`$\\]/g, '\\$&').replaceAll('\\', '\\\\')}"`;
}

/** Whether an entry that is there starts the app: desktops switch one off by a key rather than delete it. */
export function isEnabled(entry: string | null): boolean {
  if (entry === null) return false;
  const off = /^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im;
  return /^\s*Exec\s*=/m.test(entry) && !off.test(entry);
}
