import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { ReadList } from '../../../shared/formats/knockd-doors.ts';
import { ok, type Problem, type Result } from '../../../shared/result.ts';
import { isOnOtherComputer } from './other-computer.ts';
import type { ImportText } from './parse-text.ts';
import { readText } from './read-text.ts';
import { sshFiles } from './ssh-files.ts';

/** Reads a file that the person named. What includes it has are followed, as ssh would. */
export function readImportFile(path: string, home: string): Result<ImportText> {
  const text = readText(path);
  return text.ok ? ok({ text: text.value, fileName: basename(path), ...aroundFile(path, home) }) : text;
}

/** What a file of this path may bring along: what an ssh configuration includes, a knockd.conf's one-time lists. */
export function aroundFile(path: string, home: string): Pick<ImportText, 'sshFiles' | 'readList'> {
  return { sshFiles: sshFiles(home, path), readList: listBeside(path) };
}

/** A file that could not be read, to be named beside those that could. */
export function unreadFile(fileName: string, problem: Problem): ImportText {
  return { text: '', fileName, sshFiles: null, unread: problem };
}

/** A one-time list where the knockd.conf says, or, as in a copy brought from the server, beside the knockd.conf. */
function listBeside(conf: string): ReadList {
  return (file) => {
    const beside = join(dirname(conf), basename(file));
    const found = [...(isAbsolute(file) && !isOnOtherComputer(file) ? [file] : []), beside].find((path) =>
      existsSync(path),
    );
    return found === undefined ? null : readText(found);
  };
}

/** The folder itself, or the `Sessions` in it, where PuTTY (`~/.putty`) and portable KiTTY keep theirs. */
export function sessionsFolder(folder: string): string {
  try {
    const inside = readdirSync(folder, { withFileTypes: true }).find(
      (entry) => entry.isDirectory() && /^sessions$/i.test(entry.name),
    );
    return inside === undefined ? folder : join(folder, inside.name);
  } catch {
    return folder;
  }
}
