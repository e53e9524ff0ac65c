import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { DESKTOP_TERMINAL } from '../../shared/model/launch.ts';
import type { Environment } from './environment.ts';
import type { Finder } from './finders/finder.ts';
import type { Terminal, Variant } from './terminals/terminal.ts';

/** A terminal that is installed, and how to run it. */
export interface FoundTerminal {
  readonly terminal: Terminal;
  readonly variant: Variant;
  /** Absolute path of the executable. */
  readonly path: string;
}

/** How a program is run, by its file name: `$TERMINAL` may name one of the table. */
function variantFor(path: string, table: readonly Terminal[]): Variant | undefined {
  const name = basename(path);
  return table.flatMap(({ variants }) => variants).find(({ executable }) => executable === name);
}

/**
 * What a terminal is called when it is told of. The desktop's default has no name of its own: it is called after the
 * program it stands for. Debian's wrappers (`gnome-terminal.wrapper`) are called after what they wrap.
 */
export async function shownName({ terminal, path }: FoundTerminal, table: readonly Terminal[]): Promise<string> {
  if (terminal.id !== DESKTOP_TERMINAL) return terminal.name;
  const real = await realpath(path).catch(() => path);
  const program = basename(real).replace(/\.wrapper$/, '');
  const named = table.filter(({ id }) => id !== DESKTOP_TERMINAL);
  return named.find(({ variants }) => variants.some(({ executable }) => executable === program))?.name ?? program;
}

async function findVariant(variant: Variant, environment: Environment, finder: Finder, table: readonly Terminal[]) {
  const named = variant.executable.startsWith('$');
  const name = named ? environment[variant.executable.slice(1)] : variant.executable;
  if (name === undefined || name === '') return null;
  if (variant.bundle !== undefined && !(await finder.app(variant.bundle))) return null;
  const path = await finder.program(name);
  if (path === null) return null;
  const way = named ? (variantFor(path, table) ?? variant) : variant;
  const isDisplayed = way.display === undefined || (environment[way.display] ?? '') !== '';
  return isDisplayed ? { variant: way, path } : null;
}

async function findTerminal(terminal: Terminal, environment: Environment, finder: Finder, table: readonly Terminal[]) {
  for (const variant of terminal.variants) {
    const found = await findVariant(variant, environment, finder, table);
    if (found !== null) return { terminal, ...found };
  }
  return null;
}

/** The terminals of `table` that are installed and can be shown, in the table's order. */
export async function findTerminals(
  table: readonly Terminal[],
  environment: Environment,
  finder: Finder,
): Promise<readonly FoundTerminal[]> {
  const found = await Promise.all(table.map((terminal) => findTerminal(terminal, environment, finder, table)));
  return found.filter((one) => one !== null);
}
