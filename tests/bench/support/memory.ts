import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process and all it started, each shared page counted by its share (MB): the sum of their PSS. */
export function treeMemory(pid: number): number {
  const parents = new Map(
    readdirSync('/proc').flatMap((name) => {
      const parent = /^\d+$/.test(name) ? parentOf(name) : null;
      return parent === null ? [] : [[Number(name), parent] as const];
    }),
  );
  const isOurs = (one: number | undefined): boolean => one === pid || (one !== undefined && isOurs(parents.get(one)));
  return [...parents.keys()].filter(isOurs).reduce((sum, one) => sum + pss(one), 0);
}

function parentOf(pid: string): number | null {
  try {
    // The name in brackets may have spaces and brackets of its own.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return null;
  }
}

function pss(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
