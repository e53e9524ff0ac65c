import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { logFile, note, openLog, reportError } from '../../../electron/system/log.ts';

// The one log of a process, so all of it is about one data folder.
const folder = mkdtempSync(join(tmpdir(), 'toctoc-log-'));
const logs = join(folder, 'logs');
const HALF_A_MEGABYTE = 512 * 1024;

beforeAll(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('writes errors without what is nobody’s business, for this person only, and no more than it was asked for', () => {
  openLog(folder, 'error');
  reportError(new Error('connect ECONNREFUSED nas.example.org:7000'));
  note('info', 'a step that nobody asked for');
  const text = readFileSync(logFile(folder), 'utf8');
  expect(text).toContain('connect ECONNREFUSED ‹name›');
  expect(text).not.toContain('7000');
  expect(text).not.toContain('a step');
  if (process.platform !== 'win32') {
    expect(statSync(logFile(folder)).mode & 0o777).toBe(0o600);
    expect(statSync(logs).mode & 0o777).toBe(0o700);
  }
});

it('is two files of half a megabyte at most, the last errors among them, however many come', () => {
  for (let at = 0; at < 3000; at += 1) reportError(`${'a long word '.repeat(50)}of ${at}`);
  reportError('the last one');
  expect(readdirSync(logs).toSorted()).toEqual(['main.log', 'main.old.log']);
  for (const name of readdirSync(logs)) {
    const { size, mode } = statSync(join(logs, name));
    expect(size, name).toBeLessThanOrEqual(HALF_A_MEGABYTE);
    if (process.platform !== 'win32') expect(mode & 0o777, name).toBe(0o600);
  }
  expect(readFileSync(logFile(folder), 'utf8')).toMatch(/the last one\s*$/);
});
