import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/** So many crashes within this time (ms), over several starts too, and the driver is at fault. */
const MANY = 3;
const WITHIN_MS = 60 * 60_000;

const MemorySchema = v.object({
  version: v.string(),
  /** When the graphics process crashed, in ms since 1970. */
  crashes: v.array(v.number()),
  /** A start has said that it draws without the driver. */
  told: v.boolean(),
});

type Memory = Readonly<v.InferOutput<typeof MemorySchema>>;

/**
 * How often the graphics process has crashed (`graphics.json`, which only who has met a crash has). What is remembered is
 * this version's: the next one brings another Chromium, and tries the driver anew.
 */
export class GraphicsMemory {
  readonly #path: string;
  #memory: Memory;

  /** @param version this app's */
  constructor(dataFolder: string, version: string) {
    this.#path = join(dataFolder, 'graphics.json');
    const known = read(this.#path);
    this.#memory = known?.version === version ? known : { version, crashes: [], told: false };
  }

  /** Whether the app is to draw without the driver. */
  get isOff(): boolean {
    return this.#memory.crashes.length >= MANY;
  }

  /** It has crashed, at this time (ms since 1970). */
  crashed(now: number): void {
    if (this.isOff) return;
    const recent = this.#memory.crashes.filter((at) => at <= now && now - at < WITHIN_MS);
    this.#keep({ ...this.#memory, crashes: [...recent, now] });
  }

  /** Whether this start has to say that the driver is not used: the first one does. */
  takeNews(): boolean {
    if (!this.isOff || this.#memory.told) return false;
    this.#keep({ ...this.#memory, told: true });
    return true;
  }

  #keep(memory: Memory): void {
    this.#memory = memory;
    try {
      writeFileSync(this.#path, JSON.stringify(memory), { mode: 0o600 });
    } catch {
      // Chromium itself gives the driver up for as long as this process lives.
    }
  }
}

function read(path: string): Memory | null {
  try {
    return v.parse(MemorySchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
