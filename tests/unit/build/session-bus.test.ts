import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasSessionBus } from '../../../build/runtime/session-bus.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-bus-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('a session bus is named, or lies in the runtime folder', () => {
  expect(hasSessionBus({})).toBe(false);
  expect(hasSessionBus({ DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: folder })).toBe(false);
  expect(hasSessionBus({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus' })).toBe(true);
  writeFileSync(join(folder, 'bus'), '');
  expect(hasSessionBus({ XDG_RUNTIME_DIR: folder })).toBe(true);
});
