import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isProblemCode } from '../../../../shared/result.ts';
import { LANGUAGE_CODES } from '../../../../shared/text/best-language.ts';
import { en } from '../../../../shared/text/en.ts';
import { languages } from '../../../../shared/text/languages.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every text by its path, such as `run.open`. */
function leaves(tree: Tree, path = ''): readonly (readonly [path: string, text: string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[at, value] as const] : leaves(value, at);
  });
}

const english = new Map(leaves(en));
const french = new Map(leaves(languages.fr));
const blanks = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
const others = LANGUAGE_CODES.filter((code) => code !== 'en');
/** A text without its plural form's name. */
const base = (path: string) => path.replace(/_(?:zero|one|two|few|many|other)$/, '');

describe('the languages', () => {
  it('are all of the list: none lies in the folder unused', () => {
    const folder = join(import.meta.dirname, '../../../../shared/text');
    const files = readdirSync(folder).filter((name) => /^[a-z]{2,3}(?:-[A-Z]\w+)?\.ts$/.test(name));
    expect(files.map((name) => name.replace(/\.ts$/, '')).sort()).toEqual([...LANGUAGE_CODES].sort());
  });

  it.each(LANGUAGE_CODES)('%s calls itself by a name of its own, and Intl knows it', (code) => {
    const names = LANGUAGE_CODES.map((one) => languages[one].name);
    expect(names.filter((name) => name === languages[code].name)).toHaveLength(1);
    expect(new Intl.DisplayNames([code], { type: 'language' }).of(code)?.toLowerCase()).toBe(
      languages[code].name.toLowerCase(),
    );
  });

  it.each(others)('%s has the same texts as English, in the same order, with the same blanks', (code) => {
    const texts = leaves(languages[code]);
    const bases = (of: readonly (readonly [string, string])[]) => [...new Set(of.map(([path]) => base(path)))];
    expect(bases(texts)).toEqual(bases([...english]));
    expect(english.size).toBeGreaterThan(200);
    const differing = texts.filter(
      ([path, text]) =>
        blanks(text).join() !== blanks(english.get(path) ?? english.get(`${base(path)}_other`) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it.each(LANGUAGE_CODES)('%s has the plural forms that its rules ask for, up to 10,000', (code) => {
    const rules = new Intl.PluralRules(code);
    const asked = new Set(Array.from({ length: 10_001 }, (_, count) => rules.select(count)));
    const paths = new Set(leaves(languages[code]).map(([path]) => path));
    const counted = [...paths].filter((path) => path.endsWith('_other')).map(base);
    expect(counted.length).toBeGreaterThan(0);
    expect(
      counted.flatMap((one) => [...asked].map((form) => `${one}_${form}`)).filter((path) => !paths.has(path)),
    ).toEqual([]);
  });

  it.each(LANGUAGE_CODES)('%s leaves no text empty, unfinished or badly bracketed', (code) => {
    const bad = leaves(languages[code]).filter(
      ([, text]) => text.trim() !== text || text === '' || /TODO|[{}]/.test(text.replace(/\{\{\w+\}\}/g, '')),
    );
    expect(bad).toEqual([]);
  });

  it('in the window French keeps its double signs on the line of their word', () => {
    const shown = [...french].filter(([path]) => /^(?:ui|problem)\./.test(path));
    expect(shown.filter(([, text]) => /« | [:;!?»]/.test(text))).toEqual([]);
  });

  it('are two languages', () => {
    const same = [...english].filter(([path, text]) => french.get(path) === text && /[a-z]{3}/i.test(text));
    expect(same.map(([path]) => path).filter((path) => path.startsWith('problem.'))).toEqual([]);
  });

  it('have a sentence for every problem, and none for what is no problem', () => {
    for (const code of Object.keys(en.problem)) expect(isProblemCode(code)).toBe(true);
    for (const code of ['', 'toString', '__proto__', 'constructor', 'Invalid type'])
      expect(isProblemCode(code)).toBe(false);
  });

  it('French keeps its double signs on the line of their word, but in what goes to a file or a table of the terminal', () => {
    const plain = /^(?:command|setup|cli\.sharing)\./;
    const apart = [...french].filter(([path, text]) => !plain.test(path) && /« | [:;!?»](?=[\s{.,…]|$)/.test(text));
    expect(apart).toEqual([]);
    expect([...french].filter(([, text]) => text.includes('\u00a0:')).length).toBeGreaterThan(20);
  });
});
