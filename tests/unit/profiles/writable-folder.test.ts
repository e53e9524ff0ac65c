import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeRefusal } from '../../../electron/profiles/writable-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-writable-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

it('makes the folder, and those above it, for this person only, and leaves nothing in it', () => {
  const deep = join(folder, 'a', 'b', 'c');
  expect(writeRefusal(deep)).toBeNull();
  expect(readdirSync(deep)).toEqual([]);
  if (process.platform !== 'win32') expect(statSync(deep).mode & 0o777).toBe(0o700);
  expect(writeRefusal(deep)).toBeNull();
});

it.skipIf(process.platform === 'win32')('says why nothing can be kept in a file, or below one', () => {
  const file = join(folder, 'file');
  writeFileSync(file, 'kept');
  expect(writeRefusal(file)).toBe('ENOTDIR');
  expect(writeRefusal(join(file, 'below', 'it'))).toBe('ENOTDIR');
});

it.runIf(process.platform === 'win32')('says of a drive that is not there that it is not', () => {
  expect(writeRefusal('Q:\\nowhere\\below')).toBe('ENOENT');
});

it.runIf(process.platform === 'linux')('comes to an end where a folder is there and takes no other', () => {
  expect(writeRefusal('/proc/nowhere/below')).toBe('ENOENT');
});

it.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)('says that it may not write', () => {
  chmodSync(folder, 0o500);
  expect(writeRefusal(folder)).toBe('EACCES');
  expect(writeRefusal(join(folder, 'new'))).toBe('EACCES');
  expect(existsSync(join(folder, 'new'))).toBe(false);
});
