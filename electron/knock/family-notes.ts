import { readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock.ts';
import { fingerprint } from './fingerprint.ts';

/** Servers and networks change: a family that opened longer ago than this (ms) is no better a guess than another. */
const LIFETIME_MS = 30 * 86_400_000;
/** A winner that is confirmed within this time (ms) is not written again: most runs write nothing. */
const FRESH_MS = 86_400_000;
/** More servers with two families, each counted once per network, than a person knocks at. */
const MOST = 256;
const KIND = '.family';

/**
 * Which address family last opened a door, for the person's other programs and the next start: a file each, named by
 * the fingerprint of the host as seen from one network. Several programs may write at once: each file is moved into
 * place whole, and the last one wins. What cannot be read or written costs a run nothing: it begins with the other family.
 */
export class FamilyNotes {
  readonly #folder: string;
  readonly #clock: Pick<Clock, 'date'>;
  readonly #pid: number;

  /** @param folder private to this person; see private-folder.ts */
  constructor(folder: string, pid: number, clock: Pick<Clock, 'date'>) {
    this.#folder = folder;
    this.#pid = pid;
    this.#clock = clock;
  }

  /** `null` where nothing is known, or not any more. */
  winner(host: string): 4 | 6 | null {
    const note = this.#read(host);
    return note !== null && note.ageMs < LIFETIME_MS ? note.family : null;
  }

  noteWinner(host: string, family: 4 | 6): void {
    const known = this.#read(host);
    if (known?.family === family && known.ageMs < FRESH_MS) return;
    const file = this.#file(host);
    const draft = `${file}.${this.#pid}.new`;
    try {
      writeFileSync(draft, JSON.stringify({ family, dateMs: this.#clock.date() }), { mode: 0o600 });
      renameSync(draft, file);
      if (known === null) this.#prune();
    } catch {
      remove(draft);
    }
  }

  /** The oldest go first. */
  #prune(): void {
    const files = readdirSync(this.#folder).filter((name) => name.endsWith(KIND));
    if (files.length <= MOST) return;
    const dated = files.map((name) => ({ path: join(this.#folder, name), writtenMs: writtenMs(this.#folder, name) }));
    dated.sort((a, b) => a.writtenMs - b.writtenMs);
    for (const { path } of dated.slice(0, dated.length - MOST)) remove(path);
  }

  /** By hand, as no schema library may cost a command line its time. A date to come (the clock was set back) is none. */
  #read(host: string): { readonly family: 4 | 6; readonly ageMs: number } | null {
    try {
      const value: unknown = JSON.parse(readFileSync(this.#file(host), 'utf8'));
      if (typeof value !== 'object' || value === null || !('family' in value) || !('dateMs' in value)) return null;
      const { family, dateMs } = value;
      if ((family !== 4 && family !== 6) || typeof dateMs !== 'number') return null;
      const ageMs = this.#clock.date() - dateMs;
      return ageMs >= 0 ? { family, ageMs } : null;
    } catch {
      return null;
    }
  }

  /** File names tell nobody which servers a person knocks at. */
  #file(host: string): string {
    return join(this.#folder, `${fingerprint(host)}${KIND}`);
  }
}

/** 0 for what another program has just taken away. */
function writtenMs(folder: string, name: string): number {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Another program did, or it was never written.
  }
}
