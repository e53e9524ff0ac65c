import type { GivenText } from '../../../shared/ipc-sharing.ts';
import { withLists } from './lists-among.ts';
import { isOnOtherComputer } from './other-computer.ts';
import type { ImportText } from './parse-text.ts';
import { aroundFile } from './read-files.ts';
import { readText } from './read-text.ts';

/**
 * Text that the page brings: dropped files, or what was pasted. A dropped file may bring along what lies around it, as a
 * chosen one does. But the page's word for where it lies is not enough: it is believed where that file has this very
 * text, which only who was given the file can know. Everything else stays text alone.
 */
export function givenTexts(files: readonly GivenText[], home: string): readonly ImportText[] {
  return withLists(
    files.map(({ name, text, path }) => ({
      fileName: name,
      text,
      ...(path !== undefined && hasText(path, text) ? aroundFile(path, home) : { sshFiles: null }),
    })),
  );
}

function hasText(path: string, text: string): boolean {
  if (isOnOtherComputer(path)) return false;
  const read = readText(path);
  return read.ok && read.value === text;
}
