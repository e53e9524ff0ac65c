import { run } from './process.ts';

/** The shared libraries that `ldd` could not find (`libfoo.so.1 => not found`), each once. */
export function notFound(ldd: string): string[] {
  const names = [...ldd.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

/** The system libraries that this executable needs and the machine lacks. Empty off Linux: there Electron brings all. */
export async function missingLibraries(executable: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  return notFound((await run('ldd', [executable])).stdout);
}
