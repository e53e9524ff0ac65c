import { relative, resolve, sep } from 'node:path';
import { suites } from './suites.ts';

/** What a person asked for: suites by name, and of some of them only these files, by their path in the suite's folder. */
export interface Chosen {
  readonly names: readonly string[];
  readonly files: ReadonlyMap<string, readonly string[]>;
}

/**
 * Tells names of suites from paths of test files, `tests/e2e/crash.spec.ts`, as a shell completes them. A suite that is
 * named as a whole is run as a whole.
 *
 * @param root the project's folder, which paths are relative to
 * @throws a sentence on a path that is no test file of a suite
 */
export function chosenFiles(words: readonly string[], root: string, exists: (path: string) => boolean): Chosen {
  const whole = words.filter((word) => !/[\\/]/.test(word));
  const files = new Map<string, string[]>();
  for (const word of words) {
    if (whole.includes(word)) continue;
    const path = resolve(root, word);
    const [folder, name = '', ...rest] = relative(root, path).split(sep);
    const suite = suites.find((one) => one.kind !== 'command' && one.name === name);
    if (folder !== 'tests' || suite === undefined || !/\.(test|spec)\.tsx?$/.test(word) || !exists(path)) {
      throw new Error(`${word} is no test file of a suite: name one such as tests/unit/build/suites.test.ts.`);
    }
    if (!whole.includes(name)) files.set(name, [...(files.get(name) ?? []), rest.join('/')]);
  }
  return { names: [...whole, ...files.keys()], files };
}
