import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../../shared/text/one-line.ts';

describe('one line', () => {
  it.each([
    ['Web server', 'Web server'],
    ['  Zürich \t', 'Zürich'],
    ['a\r\nb\u2028c\u2029d', 'a b c d'],
    ['\u001b]0;title\u0007x', ']0;title x'],
    ['safe\u202Eexe.txt', 'safe exe.txt'],
    ['\u0000\u200B', ''],
  ])('of %j is %j', (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });
});
