import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const NumberSchema = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));

const MemorySchema = v.object({
  /** The profile that was last knocked on. */
  lastUsed: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))), null),
  /** Where the window was, in px of the whole desktop. */
  window: v.fallback(
    v.nullable(
      v.object({
        x: NumberSchema,
        y: NumberSchema,
        width: NumberSchema,
        height: NumberSchema,
        maximized: v.boolean(),
      }),
    ),
    null,
  ),
});

type Memory = Readonly<v.InferOutput<typeof MemorySchema>>;
/** Where the window was. */
export type WindowPlace = Readonly<NonNullable<Memory['window']>>;

/**
 * What the desktop remembers by itself: nothing that a person chose, and nothing that would be missed. A file that
 * cannot be read or written (`desktop.json`) costs a window in its usual place.
 */
export class DesktopMemory {
  readonly #path: string;
  #memory: Memory;

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'desktop.json');
    this.#memory = readMemory(this.#path);
  }

  get memory(): Memory {
    return this.#memory;
  }

  change(change: Partial<Memory>): void {
    const next = { ...this.#memory, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#memory)) return;
    this.#memory = next;
    try {
      writeFileSync(this.#path, JSON.stringify(next), { mode: 0o600 });
    } catch {
      // Nothing depends on it.
    }
  }
}

function readMemory(path: string): Memory {
  try {
    return v.parse(MemorySchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return v.parse(MemorySchema, {});
  }
}
