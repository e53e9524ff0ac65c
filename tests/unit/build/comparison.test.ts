import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../build/runtime/project.ts';

/** What a comparison says that nobody can check: rows and advice without a source, sources nobody names, dead links. */
function faults(text: string, folder: string): readonly string[] {
  const [claims = '', listed = ''] = text.split('\n## Sources\n');
  const sources = [...listed.matchAll(/^(\d+)\. (.+)$/gm)].map(([, number = '', said = '']) => ({ number, said }));
  const numbersIn = (line: string) =>
    [...line.matchAll(/\[(\d[\d, ]*)\]/g)].flatMap(([, list = '']) => list.split(', '));
  const about = claims.split('\n').filter((line) => /^(\| |- )\*\*/.test(line));
  const cited = new Set(numbersIn(claims));
  const links = [...text.matchAll(/\]\(((?!https:)[^)#]+)/g)].map(([, to = '']) => to);
  return [
    ...about
      .filter((line) => !line.includes('**Toctoc**') && numbersIn(line).length + line.split('](').length === 1)
      .map((line) => `no source: ${line.slice(0, 40)}`),
    ...[...cited].filter((number) => !sources.some((source) => source.number === number)).map((n) => `no such: ${n}`),
    ...sources.filter(({ number }) => !cited.has(number)).map(({ number }) => `named by nobody: ${number}`),
    ...links.filter((to) => !existsSync(join(folder, to))).map((to) => `dead link: ${to}`),
  ];
}

const folder = join(projectRoot, '.github');
const pages = ['COMPARISON.md', 'COMPARISON.fr.md'].map((name) => readFileSync(join(folder, name), 'utf8'));

describe('the comparison with other knockers', () => {
  it('says where each claim comes from, in both languages', () => {
    for (const page of pages) {
      expect(page.match(/^\| \*\*/gm)).toHaveLength(8);
      expect(faults(page, folder)).toEqual([]);
    }
  });

  it('has the same rows, columns and sources in both', () => {
    const shape = (page: string) => ({
      columns: page
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .map((line) => line.split('|').length),
      names: [...page.matchAll(/^\| \*\*(.+?)\*\*/gm)].map(([, name]) => name),
      addresses: [...page.matchAll(/\((https:[^)]+)\)/g)].map(([, address]) => address),
      cited: [...page.matchAll(/\[\d[\d, ]*\]/g)].map(([number]) => number),
    });
    const [english, french] = pages.map(shape);
    expect(french).toEqual(english);
  });

  it('is refused with a row without a source, a source that is not listed or not used, and a link to nowhere', () => {
    const page = '| **a** | yes |\n- **b** is better [2]\n[c](gone.md)\n\n## Sources\n1. [d](https://example.org)\n';
    expect(faults(page, dirname(folder))).toEqual([
      'no source: | **a** | yes |',
      'no such: 2',
      'named by nobody: 1',
      'dead link: gone.md',
    ]);
  });
});
