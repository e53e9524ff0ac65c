import { describe, expect, it } from 'vitest';
import { isProblemCode } from '../../../../shared/result.ts';
import { en } from '../../../../shared/text/en.ts';
import { fr } from '../../../../shared/text/fr.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every text by its path, such as `run.open`. */
function leaves(tree: Tree, path = ''): readonly (readonly [path: string, text: string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[at, value] as const] : leaves(value, at);
  });
}

const english = new Map(leaves(en));
const french = new Map(leaves(fr));
const blanks = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

describe('the languages', () => {
  it('have the same texts, in the same order', () => {
    expect([...french.keys()]).toEqual([...english.keys()]);
    expect(english.size).toBeGreaterThan(200);
  });

  it('have the same blanks in each', () => {
    const differing = [...english].filter(
      ([path, text]) => blanks(text).join() !== blanks(french.get(path) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it.each([
    ['English', english],
    ['French', french],
  ])('%s leaves no text empty, unfinished or badly bracketed', (_name, texts) => {
    const bad = [...texts].filter(
      ([, text]) =>
        text.trim() !== text ||
        text === '' ||
        /TODO|\{\{\w+\}\}/.test(text.replace(/\{\{\w+\}\}/g, '')) ||
        /[{}]/.test(text.replace(/\{\{\w+\}\}/g, '')),
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

  it('put plural forms in pairs', () => {
    const forms = [...english.keys()].filter((path) => /_(?:one|other)$/.test(path));
    for (const path of forms)
      expect(english.has(path.replace(/_(one|other)$/, (_, form) => (form === 'one' ? '_other' : '_one')))).toBe(true);
    expect(forms.length).toBeGreaterThan(0);
  });
});
