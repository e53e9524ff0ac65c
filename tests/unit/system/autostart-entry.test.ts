import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autostartEntry, autostartFile, execWord, isEnabled } from '../../../electron/system/autostart-entry.ts';

/** What a desktop makes of a word of `Exec`, written anew from the specification: value, then quotes, then field codes. */
function readWord(exec: string): string {
  const value = exec.replace(/\\(.)/gs, '$1');
  const unquoted = /^"(.*)"$/s.exec(value)?.[1]?.replace(/\\(["`$\\])/g, '$1') ?? value;
  return unquoted.replaceAll('%%', '%');
}

describe('the file that starts it at login', () => {
  it('lies where the desktop looks', () => {
    expect(autostartFile({}, '/home/ada')).toBe('/home/ada/.config/autostart/toctoc.desktop');
    const file = '/x/autostart/toctoc.desktop';
    expect(autostartFile({ XDG_CONFIG_HOME: '/x' }, '/home/ada')).toBe(file);
    expect(autostartFile({ XDG_CONFIG_HOME: 'x' }, '/home/ada')).toBe('/home/ada/.config/autostart/toctoc.desktop');
  });

  it('starts the program hidden', () => {
    const entry = autostartEntry(['/opt/My Apps/Toctoc', '--hidden']);
    expect(entry.split('\n')).toEqual(
      expect.arrayContaining(['[Desktop Entry]', 'Type=Application', 'Exec="/opt/My Apps/Toctoc" --hidden']),
    );
    expect(isEnabled(entry)).toBe(true);
  });

  it.each([
    ['/opt/toctoc', '/opt/toctoc'],
    ['/opt/100%/x', '/opt/100%%/x'],
    ['/a b', '"/a b"'],
    ['/a$b', '"/a\\\\$b"'],
    ['/a"b`', '"/a\\\\"b\\\\`"'],
    ['/a\\b', '"/a\\\\\\\\b"'],
  ])('writes %s as %s', (word, exec) => expect(execWord(word)).toBe(exec));

  it('means the same program to the desktop, whatever its path', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (path) => {
        fc.pre(!/\p{Cc}/u.test(path));
        expect(readWord(execWord(path))).toBe(path);
      }),
    );
  });

  it('is not written with a line of its own in a path', () => {
    expect(() => execWord('/x\nHidden=true')).toThrow('control');
  });

  it.each([
    null,
    '',
    '[Desktop Entry]\nExec=x\nHidden=true',
    '[Desktop Entry]\nExec=x\nX-GNOME-Autostart-enabled=false',
  ])('is off where it says %j', (entry) => expect(isEnabled(entry)).toBe(false));
});
