import { basename, isAbsolute } from 'node:path';
import which from 'which';
import type { Environment } from './environment.ts';
import type { Terminal, Variant } from './terminals/terminal.ts';

/** A terminal that is installed, and how to run it. */
export interface FoundTerminal {
  readonly terminal: Terminal;
  readonly variant: Variant;
  /** Absolute path of the executable. */
  readonly path: string;
}

/**
 * The absolute path of a program on Linux or macOS, `null` where it is not installed. Relative entries of `PATH` are
 * left out: they mean the current folder, where anybody may have put an `ssh`.
 */
export async function findExecutable(name: string, environment: Environment): Promise<string | null> {
  if (name.includes('/')) return isAbsolute(name) ? which(name, { nothrow: true }) : null;
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => isAbsolute(folder));
  // Without a folder `which` would fall back to the current one.
  return folders.length === 0 ? null : which(name, { path: folders.join(':'), nothrow: true });
}

/** How a program is run, by its file name: `$TERMINAL` may name one of the table. */
function variantFor(path: string, table: readonly Terminal[]): Variant | undefined {
  const name = basename(path);
  return table.flatMap(({ variants }) => variants).find(({ executable }) => executable === name);
}

async function findVariant(variant: Variant, environment: Environment, table: readonly Terminal[]) {
  const named = variant.executable.startsWith('$');
  const name = named ? environment[variant.executable.slice(1)] : variant.executable;
  if (name === undefined || name === '') return null;
  const path = await findExecutable(name, environment);
  if (path === null) return null;
  const way = named ? (variantFor(path, table) ?? variant) : variant;
  const isDisplayed = way.display === undefined || (environment[way.display] ?? '') !== '';
  return isDisplayed ? { variant: way, path } : null;
}

async function findTerminal(terminal: Terminal, environment: Environment, table: readonly Terminal[]) {
  for (const variant of terminal.variants) {
    const found = await findVariant(variant, environment, table);
    if (found !== null) return { terminal, ...found };
  }
  return null;
}

/** The terminals of `table` that are installed and can be shown, in the table's order. */
export async function findTerminals(
  table: readonly Terminal[],
  environment: Environment,
): Promise<readonly FoundTerminal[]> {
  const found = await Promise.all(table.map((terminal) => findTerminal(terminal, environment, table)));
  return found.filter((one) => one !== null);
}
