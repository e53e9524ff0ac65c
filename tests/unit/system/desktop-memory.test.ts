import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DesktopMemory } from '../../../electron/system/desktop-memory.ts';

let folder: string;
const file = () => join(folder, 'desktop.json');
const nothing = { lastUsed: null, window: null };
const window = { x: 10, y: 20, width: 800, height: 600, maximized: false };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-memory-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what the desktop remembers', () => {
  it('is there after a restart, for nobody else to read', () => {
    new DesktopMemory(folder).change({ window });
    new DesktopMemory(folder).change({ lastUsed: 'web' });
    expect(new DesktopMemory(folder).memory).toEqual({ lastUsed: 'web', window });
    expect(statSync(file()).mode & 0o077).toBe(0);
  });

  it.each(['', '{', '[]', 'null', '{"lastUsed":"../x","window":{"x":1}}', '{"window":{"x":1e9}}'])(
    'begins anew where the file has %j',
    (text) => {
      writeFileSync(file(), text);
      expect(new DesktopMemory(folder).memory).toEqual(nothing);
    },
  );

  it('does without a file that cannot be written, and does not write what has not changed', () => {
    const memory = new DesktopMemory(join(folder, 'missing'));
    memory.change({ lastUsed: 'web' });
    expect(memory.memory.lastUsed).toBe('web');
    const other = new DesktopMemory(folder);
    other.change({ lastUsed: null });
    expect(() => readFileSync(file())).toThrow('ENOENT');
  });
});
