import type { Steps } from '../../../shared/formats/steps.ts';
import type { GivenFile } from '../../../shared/ipc-sharing.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { withLists } from './lists-among.ts';
import { isOnOtherComputer } from './other-computer.ts';
import type { ImportText } from './parse-text.ts';
import { aroundFile, unreadFile } from './read-files.ts';
import { readText } from './read-text.ts';

/**
 * Text that the page brings: dropped files, or what was pasted. A dropped file may bring along what lies around it, as a
 * chosen one does. But the page's word for where it lies is not enough: it is believed where that file has this very
 * text, which only who was given the file can know. Everything else stays text alone.
 */
export function* givenTexts(files: readonly GivenFile[], home: string): Steps<Result<readonly ImportText[]>> {
  const texts: ImportText[] = [];
  for (const [done, file] of files.entries()) {
    // Not once in a while: each may have megabytes, and lie on a slow disk.
    yield { stage: 'files', done, total: files.length };
    texts.push(givenText(file, home));
  }
  return ok(yield* withLists(texts));
}

function givenText(file: GivenFile, home: string): ImportText {
  if ('unread' in file) return unreadFile(file.name, file.unread);
  const { name, text, path } = file;
  const around = path !== undefined && hasText(path, text) ? aroundFile(path, home) : { sshFiles: null };
  return { fileName: name, text, ...around };
}

function hasText(path: string, text: string): boolean {
  if (isOnOtherComputer(path)) return false;
  const read = readText(path);
  return read.ok && read.value === text;
}
