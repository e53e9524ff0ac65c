import { closeSync, openSync, readdirSync } from 'node:fs';

/**
 * What a started program gets for file descriptors: nothing.
 *
 * Chromium opens files and sockets without close-on-exec, and on Linux `spawn` passes on whatever is open: a terminal
 * would hold the app's data files, its display connection and its standard output for as long as it lives. Each
 * descriptor that is open now is therefore replaced by /dev/null in the child. macOS and Windows pass on nothing.
 *
 * @returns the `stdio` for `spawn`, and what to call after it
 */
export function nothingInherited(): { readonly stdio: 'ignore' | ('ignore' | number)[]; readonly release: () => void } {
  if (process.platform !== 'linux') return { stdio: 'ignore', release: () => {} };
  const nothing = openSync('/dev/null', 'r+');
  const open = new Set(readdirSync('/proc/self/fd').map(Number));
  // Only what is open: libuv tells of a failed start through a descriptor of its own, at a number that is free now.
  const stdio = Array.from({ length: Math.max(...open) + 1 }, (_, fd) => (fd < 3 || open.has(fd) ? nothing : 'ignore'));
  return { stdio, release: () => closeSync(nothing) };
}
