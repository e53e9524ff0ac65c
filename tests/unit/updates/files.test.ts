import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UpdatePromise } from '../../../electron/updates/promise.ts';
import { replaceImage } from '../../../electron/updates/replace-image.ts';
import { asksForUpdates, type InstallKind } from '../../../shared/model/updates.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toctoc-updates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an AppImage', () => {
  it('is replaced under its name, and can be started', () => {
    const [image, update] = [join(folder, 'Toctoc-1.0.0.AppImage'), join(folder, 'cached')];
    writeFileSync(image, 'old');
    writeFileSync(update, 'new');
    replaceImage(image, update);
    expect(readFileSync(image, 'utf8')).toBe('new');
    expect(statSync(image).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder)).toEqual(['Toctoc-1.0.0.AppImage']);
  });

  it('stays as it is when the new one cannot be had or put there', () => {
    const image = join(folder, 'Toctoc.AppImage');
    writeFileSync(image, 'old');
    expect(() => replaceImage(image, join(folder, 'gone'))).toThrow('ENOENT');
    const occupied = join(folder, 'a-folder');
    mkdirSync(join(occupied, 'full'), { recursive: true });
    writeFileSync(join(folder, 'cached'), 'new');
    expect(() => replaceImage(occupied, join(folder, 'cached'))).toThrow();
    expect(readFileSync(image, 'utf8')).toBe('old');
    expect(readdirSync(folder).toSorted()).toEqual(['Toctoc.AppImage', 'a-folder', 'cached']);
  });
});

describe('the promise of a version', () => {
  it('is broken for the start that is still the old one, and told once', () => {
    const promise = new UpdatePromise(folder);
    expect(promise.broken('1.0.0')).toBeNull();
    promise.make('2.0.0');
    expect(new UpdatePromise(folder).broken('1.0.0')).toBe('2.0.0');
    expect(new UpdatePromise(folder).broken('1.0.0')).toBeNull();
    promise.make('2.0.0');
    expect(promise.broken('2.0.0')).toBeNull();
  });

  it.each(['', '{', '[]', 'null', '{"version":1}', '{"version":"<b>"}'])('that reads %j is none', (text) => {
    writeFileSync(join(folder, 'update.json'), text);
    expect(new UpdatePromise(folder).broken('1.0.0')).toBeNull();
  });
});

describe('the question', () => {
  const state = (kind: InstallKind, updates: 'unasked' | 'off', result: 'open' | 'cancelled' | null) => ({
    settings: { updates },
    updates: { kind },
    history:
      result === null
        ? []
        : [
            {
              outcome:
                result === 'open'
                  ? ({ result, ms: 1, alreadyOpen: false, banner: null, mute: false } as const)
                  : ({ result } as const),
            },
          ],
  });

  it('comes after a door has opened, until it is answered', () => {
    expect(asksForUpdates(state('nsis', 'unasked', 'open'))).toBe(true);
    expect(asksForUpdates(state('nsis', 'unasked', null))).toBe(false);
    expect(asksForUpdates(state('nsis', 'unasked', 'cancelled'))).toBe(false);
    expect(asksForUpdates(state('nsis', 'off', 'open'))).toBe(false);
  });

  it('does not come to a copy that others look after', () => {
    for (const kind of ['deb', 'rpm', 'portable', 'archive', 'source'] as const) {
      expect(asksForUpdates(state(kind, 'unasked', 'open'))).toBe(false);
    }
  });
});
