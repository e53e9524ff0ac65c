import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FamilyNotes } from '../../../electron/knock/family-notes.ts';
import { ServerMemory } from '../../../electron/knock/memory.ts';
import { FakeClock } from '../../unit/knock/fake-clock.ts';

const HOST = 'server.example from 192.0.2.7';
const DAY_MS = 86_400_000;
const addresses = [
  { address: '2001:db8::1', family: 6 },
  { address: '192.0.2.1', family: 4 },
] as const;

let folder: string;
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-families-'));
  now = Date.UTC(2026, 0, 1);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const notes = (pid = 1) => new FamilyNotes(folder, pid, { date: () => now });
const program = (pid: number) => new ServerMemory(new FakeClock(), null, notes(pid));
const noteFile = () => join(folder, readdirSync(folder)[0] ?? '');

describe('the family that opened', () => {
  it('goes first in the next program too, for that host alone', () => {
    const one = program(1);
    expect(one.ordered(HOST, addresses).map(({ family }) => family)).toEqual([6, 4]);
    one.noteWinner(HOST, 4);
    const other = program(2);
    expect(other.ordered(HOST, addresses).map(({ family }) => family)).toEqual([4, 6]);
    expect(other.ordered('another', addresses).map(({ family }) => family)).toEqual([6, 4]);
    other.noteWinner(HOST, 6);
    expect(one.ordered(HOST, addresses).map(({ family }) => family)).toEqual([6, 4]);
  });

  it('is not written for a host that leaves no choice', () => {
    const one = program(1);
    one.ordered(HOST, [addresses[1]]);
    one.noteWinner(HOST, 4);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names no host, belongs to its owner alone, and is forgotten after a month', () => {
    notes().noteWinner(HOST, 4);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.family$/)]);
    expect(statSync(noteFile()).mode & 0o077).toBe(0);
    now += 30 * DAY_MS - 1;
    expect(notes().winner(HOST)).toBe(4);
    now += 1;
    expect(notes().winner(HOST)).toBeNull();
  });

  it('is not believed from the future, and is written anew then', () => {
    notes().noteWinner(HOST, 4);
    now -= DAY_MS;
    expect(notes().winner(HOST)).toBeNull();
    notes().noteWinner(HOST, 4);
    expect(notes().winner(HOST)).toBe(4);
  });

  it('is written again once a day at most', () => {
    const content = () => readFileSync(noteFile(), 'utf8');
    notes().noteWinner(HOST, 4);
    const written = content();
    now += DAY_MS - 1;
    notes().noteWinner(HOST, 4);
    expect(content()).toBe(written);
    now += 1;
    notes().noteWinner(HOST, 4);
    expect(content()).not.toBe(written);
  });

  it('survives whatever else stands in its file', () => {
    notes().noteWinner(HOST, 4);
    const file = noteFile();
    const anything = fc.oneof(fc.string(), fc.json(), fc.constant(`{"family":5,"dateMs":${now}}`));
    fc.assert(
      fc.property(anything, (text) => {
        writeFileSync(file, text);
        expect(notes().winner(HOST)).toBeNull();
        notes().noteWinner(HOST, 6);
        expect(notes().winner(HOST)).toBe(6);
      }),
      { numRuns: 60 },
    );
  });

  it('costs nothing where nothing can be written', () => {
    const lost = new FamilyNotes(join(folder, 'not there'), 1, { date: () => now });
    lost.noteWinner(HOST, 4);
    expect(lost.winner(HOST)).toBeNull();
  });

  it('is kept for 256 hosts, the oldest forgotten first', () => {
    for (let i = 0; i < 257; i++) {
      const before = new Set(readdirSync(folder));
      notes().noteWinner(`host ${i}`, 6);
      const written = readdirSync(folder).find((name) => !before.has(name));
      if (written !== undefined) utimesSync(join(folder, written), i + 1, i + 1);
    }
    notes().noteWinner('the newest', 6);
    expect(readdirSync(folder)).toHaveLength(256);
    const known = [0, 1, 2, 256].map((i) => notes().winner(`host ${i}`));
    expect([...known, notes().winner('the newest')]).toEqual([null, null, 6, 6, 6]);
  });
});
