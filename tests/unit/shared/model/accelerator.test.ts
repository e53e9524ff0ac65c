import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { acceleratorOf, acceleratorText, type KeyPress } from '../../../../shared/model/accelerator.ts';
import { SettingsChangeSchema } from '../../../../shared/model/settings.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code: '',
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});

describe('keys', () => {
  it.each<readonly [KeyPress, string]>([
    [press('k', { ctrlKey: true, altKey: true }), 'Control+Alt+K'],
    [press('˚', { altKey: true, code: 'KeyK' }), 'Alt+K'],
    [press(' ', { metaKey: true, code: 'Space' }), 'Super+Space'],
    [press('ArrowUp', { ctrlKey: true, shiftKey: true, code: 'ArrowUp' }), 'Control+Shift+Up'],
    [press('F9'), 'F9'],
  ])('make a shortcut: %j is %s', (keys, accelerator) => {
    expect(acceleratorOf(keys)).toBe(accelerator);
    expect(v.is(SettingsChangeSchema, { quickPickShortcut: accelerator })).toBe(true);
  });

  it.each<KeyPress>([
    press('k'),
    press('K', { shiftKey: true }),
    press('Control', { ctrlKey: true, code: 'ControlLeft' }),
    press('é', { ctrlKey: true, code: 'Quote' }),
    press('Dead', { altKey: true, code: 'BracketLeft' }),
  ])('make none: %j', (keys) => expect(acceleratorOf(keys)).toBeNull());

  it('are shown as they are printed', () => {
    expect(acceleratorText('CommandOrControl+Alt+K')).toBe('Ctrl+Alt+K');
    expect(acceleratorText('Control+Super+F1')).toBe('Ctrl+Win+F1');
  });
});
