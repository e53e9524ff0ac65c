import { describe, expect, it } from 'vitest';
import { keysText } from '../../../../shared/model/shortcuts.ts';
import { en } from '../../../../shared/text/en.ts';
import { fr } from '../../../../shared/text/fr.ts';

const names = ({ ui }: typeof fr) => ({ Shift: ui.hand.shift, Enter: ui.list.enterKey, Esc: ui.hand.escape });

describe('keys as a person reads them', () => {
  it.each([
    ['Mod+Shift+E', 'Ctrl+Shift+E', 'Ctrl+Maj+E', '⌘Maj+E'],
    ['Mod+Enter', 'Ctrl+Enter', 'Ctrl+Entrée', '⌘Entrée'],
    ['Shift+F10', 'Shift+F10', 'Maj+F10', 'Maj+F10'],
    ['Esc', 'Esc', 'Échap', 'Échap'],
    ['Mod+,', 'Ctrl+,', 'Ctrl+,', '⌘,'],
    ['?', '?', '?', '?'],
  ])('%s', (keys, english, french, mac) => {
    expect(keysText(keys, false, names(en))).toBe(english);
    expect(keysText(keys, false, names(fr))).toBe(french);
    expect(keysText(keys, true, names(fr))).toBe(mac);
  });
});
