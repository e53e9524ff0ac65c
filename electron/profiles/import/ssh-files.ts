import { readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { isOnOtherComputer } from './other-computer.ts';
import { readText } from './read-text.ts';
import type { SshFiles } from './ssh-lines.ts';

/** Files that one wildcard may mean. */
const MAX_FILES = 2000;

/** How ssh finds what a person's configuration includes: relative to `~/.ssh`, with `~` and wildcards (ssh_config(5)). */
export function sshFiles(home: string, self: string): SshFiles {
  return {
    self,
    expand: (pattern) => {
      const path = pattern.replace(/^~(?=\/|$)/, home);
      const absolute = isAbsolute(path) ? path : join(home, '.ssh', path);
      return /[*?[]/.test(absolute) && !isOnOtherComputer(absolute) ? expand(absolute) : [absolute];
    },
    read: (path) => {
      const text = isOnOtherComputer(path) ? null : readText(path);
      return text?.ok === true ? text.value : null;
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
