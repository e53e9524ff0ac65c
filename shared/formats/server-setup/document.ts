/** A file of the server, whole. */
export interface SetupFile {
  readonly kind: 'file';
  readonly id:
    | 'knockd-conf'
    | 'one-time-list'
    | 'default-knockd'
    | 'drop-in'
    | 'nft-rules'
    | 'door-rules'
    | 'door-unit';
  /** Where it belongs on the server. */
  readonly path: string;
  readonly text: string;
  /** It holds the sequence: only root may read it. */
  readonly secret: boolean;
}

/** Lines for a shell, in order. */
export interface SetupCommands {
  readonly kind: 'commands';
  readonly id: string;
  readonly on: 'server' | 'client';
  readonly text: string;
}

export type SetupBlock = SetupFile | SetupCommands;

const END_OF_FILE = 'END_OF_FILE';

/**
 * One command that writes the file, for who has a shell and no file dialog. The quoted end word keeps the shell from
 * reading anything inside.
 */
export function writeCommand(file: SetupFile): string {
  const mode = file.secret ? '600' : '644';
  return `sudo install -D -m ${mode} /dev/stdin ${file.path} <<'${END_OF_FILE}'\n${file.text}${END_OF_FILE}\n`;
}

/**
 * A name as it may stand in a comment of any of the files: letters, digits and a few signs, on one line. What could end
 * the comment, continue it (a backslash, to systemd) or turn the text around (Unicode's direction marks) becomes a space.
 */
export function commentText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._@()+-]+/gu, ' ')
    .trim()
    .slice(0, 80)
    .trim();
}

/** A word for a shell: as it is where that is harmless, else between single quotes. */
export function shellWord(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
