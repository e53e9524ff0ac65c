import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePrivateFolder } from '../../../electron/knock/private-folder.ts';

const userId = process.getuid?.() ?? null;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-private-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a private folder', () => {
  it('is made, and found again', () => {
    const made = join(folder, 'new');
    expect([makePrivateFolder(made, userId), makePrivateFolder(made, userId)]).toEqual([true, true]);
    expect(makePrivateFolder(join(folder, 'no/parent'), userId)).toBe(false);
  });

  it.skipIf(userId === null)('is refused when it is open to others, somebody else’s, a link or a file', () => {
    const open = join(folder, 'open');
    mkdirSync(open);
    chmodSync(open, 0o755);
    expect(makePrivateFolder(open, userId)).toBe(false);
    const mine = join(folder, 'mine');
    mkdirSync(mine, { mode: 0o700 });
    expect(makePrivateFolder(mine, (userId ?? 0) + 1)).toBe(false);
    symlinkSync(mine, join(folder, 'link'));
    expect(makePrivateFolder(join(folder, 'link'), userId)).toBe(false);
    writeFileSync(join(folder, 'file'), '');
    expect(makePrivateFolder(join(folder, 'file'), userId)).toBe(false);
  });
});
