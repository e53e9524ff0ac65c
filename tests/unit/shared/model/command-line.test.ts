import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand, placeholdersOf, splitWords } from '../../../../shared/model/command-line.ts';

const words = (text: string) => {
  const split = splitWords(text);
  return split.ok ? split.value : split.problems;
};

describe('a command line without a shell', () => {
  it.each([
    ['', []],
    ['  \t ', []],
    ['a', ['a']],
    [' a  b\tc ', ['a', 'b', 'c']],
    ['"a b" c', ['a b', 'c']],
    ["'a b' c", ['a b', 'c']],
    ['a"b c"d', ['ab cd']],
    ['"" a', ['', 'a']],
    [`"it's" '"x"'`, ["it's", '"x"']],
    ['C:\\Program\\a.exe "C:\\b c\\" d', ['C:\\Program\\a.exe', 'C:\\b c\\', 'd']],
    ['a;b $(x) `y` | > * ~', ['a;b', '$(x)', '`y`', '|', '>', '*', '~']],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ['"a', '"'],
    ["a 'b", "'"],
    [`"a'`, '"'],
  ])('%j has an open quote', (text, quote) => {
    expect(words(text)).toEqual([{ code: 'command-quote', params: { quote } }]);
  });

  it('gives every word back that was quoted', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('"'));
    fc.assert(
      fc.property(fc.array(word), (list) => {
        expect(words(list.map((text) => `"${text}"`).join(' '))).toEqual(list);
      }),
    );
  });
});

describe('a custom command', () => {
  it('knows its placeholders', () => {
    const parsed = parseCommand('prog {host}:{port} {{host}} {} { {1x 100%');
    expect(parsed).toEqual({
      ok: true,
      value: [
        ['prog'],
        [{ placeholder: 'host' }, ':', { placeholder: 'port' }],
        ['{host}'],
        ['{}'],
        ['{'],
        ['{1x'],
        ['100%'],
      ],
    });
    expect(parsed.ok && placeholdersOf(parsed.value)).toEqual(['host', 'port']);
  });

  it.each([
    ['', { code: 'command-empty' }],
    ['prog {what}', { code: 'command-placeholder', params: { placeholder: '{what}' } }],
    ['prog {Host}', { code: 'command-placeholder', params: { placeholder: '{Host}' } }],
    ['prog {toString}', { code: 'command-placeholder', params: { placeholder: '{toString}' } }],
    ['{host} prog', { code: 'command-program', params: { program: '{host}' } }],
    ['a{host} prog', { code: 'command-program', params: { program: 'a{host}' } }],
    ['-x', { code: 'command-program', params: { program: '-x' } }],
    ['"" x', { code: 'command-program', params: { program: '' } }],
  ])('%j is refused', (text, problem) => {
    expect(parseCommand(text)).toEqual({ ok: false, problems: [problem] });
  });

  it('names every placeholder it does not know', () => {
    const parsed = parseCommand('prog {a} {b} {host}');
    expect(parsed.ok ? [] : parsed.problems.map(({ params }) => params?.['placeholder'])).toEqual(['{a}', '{b}']);
  });
});
