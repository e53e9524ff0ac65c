import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { tooBig } from '../../../shared/formats/decode-text.ts';
import type { ReadList } from '../../../shared/formats/knockd-doors.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { errorCode } from '../../knock/errors.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { ImportText } from './parse-text.ts';
import type { SshFiles } from './ssh-lines.ts';

/** Files of one folder that are looked at; PuTTY users have hundreds of sessions at most. */
const MAX_FILES = 2000;

/** Reads a file that the person named. What includes it has are followed, as ssh would. */
export function readImportFile(path: string, home: string): Result<ImportText> {
  const text = readText(path);
  if (!text.ok) return text;
  return {
    ok: true,
    value: {
      text: text.value,
      fileName: basename(path),
      sshFiles: sshFiles(home, path),
      readList: listBeside(path),
    },
  };
}

/** A one-time list where the knockd.conf says, or, as in a copy brought from the server, beside the knockd.conf. */
function listBeside(conf: string): ReadList {
  return (file) => {
    const beside = join(dirname(conf), basename(file));
    const found = [...(isAbsolute(file) ? [file] : []), beside].find((path) => existsSync(path));
    return found === undefined ? null : readText(found);
  };
}

/** Every file of a folder, such as PuTTY's sessions. */
export function readImportFolder(folder: string, home: string): Result<readonly ImportText[]> {
  try {
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = names.slice(0, MAX_FILES).map(({ name }) => readImportFile(join(folder, name), home));
    return { ok: true, value: texts.flatMap((text) => (text.ok ? [text.value] : [])) };
  } catch (error) {
    return fail({ code: 'import-unreadable', params: { file: folder, reason: errorCode(error) } });
  }
}

function readText(path: string): Result<string> {
  try {
    const stat = statSync(path);
    // A device or a pipe would never end.
    if (!stat.isFile()) return fail({ code: 'import-unreadable', params: { file: path, reason: 'EISDIR' } });
    return tooBig(stat.size) ?? decodeBytes(readFileSync(path));
  } catch (error) {
    return fail({ code: 'import-unreadable', params: { file: path, reason: errorCode(error) } });
  }
}

/** How ssh finds what a person's configuration includes: relative to `~/.ssh`, with `~` and wildcards (ssh_config(5)). */
export function sshFiles(home: string, self: string): SshFiles {
  return {
    self,
    expand: (pattern) => {
      const path = pattern.replace(/^~(?=\/|$)/, home);
      const absolute = isAbsolute(path) ? path : join(home, '.ssh', path);
      return /[*?[]/.test(absolute) ? expand(absolute) : [absolute];
    },
    read: (path) => {
      const text = readText(path);
      return text.ok ? text.value : null;
    },
  };
}

/** glob(7) for one level of wildcards after another; hidden files only where the pattern begins with a dot. */
function expand(pattern: string): readonly string[] {
  const folders = /[*?[]/.test(dirname(pattern)) ? expand(dirname(pattern)) : [dirname(pattern)];
  const last = basename(pattern);
  const matches = new RegExp(
    `^${last
      .slice(0, 200)
      .replace(/\*+/g, '*')
      .replace(/[\\^$+.()|{}]/g, '\\$&')
      .replace(/\[!/g, '[^')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
  );
  return folders.flatMap((folder) => {
    try {
      const names = readdirSync(folder).sort();
      return names
        .filter((name) => matches.test(name) && (!name.startsWith('.') || last.startsWith('.')))
        .slice(0, MAX_FILES)
        .map((name) => join(folder, name));
    } catch {
      return [];
    }
  });
}
