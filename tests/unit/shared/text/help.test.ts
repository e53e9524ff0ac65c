import { describe, expect, it } from 'vitest';
import { helpFor } from '../../../../renderer/features/help/help-for.ts';
import { searchHelp } from '../../../../renderer/features/help/search.ts';
import { LANGUAGE_CODES } from '../../../../shared/text/best-language.ts';
import { type Block, type Help, type HelpPage, type Inline, label, say } from '../../../../shared/text/help/blocks.ts';
import { helpTexts } from '../../../../shared/text/help/languages.ts';
import { HELP_PAGES } from '../../../../shared/text/help/pages.ts';
import { labelText, plainText } from '../../../../shared/text/help/plain.ts';
import { languages } from '../../../../shared/text/languages.ts';

const loaded = new Map(await Promise.all(LANGUAGE_CODES.map(async (code) => [code, await helpTexts[code]()] as const)));
const english = await helpTexts.en();
const french = await helpTexts.fr();

const linesOf = (block: Block) => (block.kind === 'text' ? [block.line] : 'lines' in block ? block.lines : []);
const partsOf = (page: HelpPage): readonly Inline[] => page.flatMap(linesOf).flat();
/** What a page says in any language: its blocks, how many lines each has, and what it names or leads to. */
const frame = (page: HelpPage) => page.map((block) => `${block.kind} ${linesOf(block).length}`);
const named = (page: HelpPage) =>
  partsOf(page)
    .filter((part) => typeof part !== 'string')
    .map((part) => (part.kind === 'code' ? 'code' : JSON.stringify(part)))
    .sort();

describe.each(LANGUAGE_CODES)('the help in %s', (code) => {
  const help = loaded.get(code) ?? english;

  it.each(HELP_PAGES)('%s has the same parts as in English, and names the same labels, pages and keys', (page) => {
    expect(frame(help[page])).toEqual(frame(english[page]));
    expect(named(help[page])).toEqual(named(english[page]));
    expect(partsOf(help[page]).length).toBeGreaterThan(5);
  });

  it('names what the app shows: every label is a text, and its blanks are filled', () => {
    const labels = HELP_PAGES.flatMap((page) => partsOf(help[page])).filter(
      (part) => typeof part === 'object' && part.kind === 'label',
    );
    expect(labels.length).toBeGreaterThan(80);
    const texts = labels.map((one) => labelText(languages[code], one));
    expect(texts.filter((text) => text === '' || /undefined|\{\{|\[object/.test(text))).toEqual([]);
  });

  it('has no text that is empty or ends in the air', () => {
    const text = HELP_PAGES.map((page) => plainText(languages[code], help[page])).join('\n');
    expect(text.split('\n').filter((line) => line.trim() === '' || /TODO|\$\{/.test(line))).toEqual([]);
  });
});

it('French keeps its double signs on the line of their word', () => {
  const texts = HELP_PAGES.flatMap((page) => french[page]).filter(({ kind }) => kind !== 'example');
  expect(JSON.stringify(texts).match(/« | [:;!?»](?! )/g)).toBeNull();
  expect(JSON.stringify(texts)).toContain('\u00a0:');
});

it('a label that does not exist, and a page that is missing, are type errors', () => {
  // @ts-expect-error: no such text
  const wrong = label('editor.nothing');
  expect(labelText(languages.en, wrong)).toBe('undefined');
  const { tray: _tray, ...rest } = english;
  // @ts-expect-error: a page is missing
  const short: Help = rest;
  expect(Object.keys(short)).toHaveLength(HELP_PAGES.length - 1);
});

describe('the search', () => {
  it.each([
    ['vault', []],
    ['keychain', ['vault']],
    ['UDP gaps', ['sequence']],
    ['LOCKED', ['vault']],
    ['', HELP_PAGES],
  ])('without the texts finds titles: %j', (query, pages) => {
    expect(searchHelp(query, languages.en, null)).toEqual(pages);
  });

  it('with them finds what they say and what they name, titles first', () => {
    expect(searchHelp('sequence', languages.en, english)[0]).toBe('one-time');
    expect(searchHelp('MaxStartups', languages.en, english)).toEqual([]);
    expect(searchHelp('wayland', languages.en, english)).toEqual(['tray']);
    // A label’s words are the page’s words.
    expect(searchHelp(languages.en.ui.launching.jumpHost, languages.en, english)).toContain('ssh');
    expect(searchHelp("demarrer a l'ouverture", languages.fr, french)).toEqual(['tray']);
  });

  it('does not look for two letters in every text', () => {
    expect(searchHelp('ud', languages.en, english)).toEqual(['sequence']);
  });
});

describe('F1', () => {
  const marked = (page: string | null) => ({ closest: () => ({ getAttribute: () => page }) });
  const view = { help: null, shows: { kind: 'settings' } } as const;

  it('goes by what has the focus, unless that names no page', () => {
    expect(helpFor(view, marked('vault'), false)).toBe('vault');
    expect(helpFor(view, marked('nonsense'), false)).toBe('tray');
    expect(helpFor(view, null, false)).toBe('tray');
  });

  it('goes by what is selected, and how its run ended', () => {
    const selected = { help: null, shows: { kind: 'selection' } } as const;
    expect(helpFor(selected, null, false)).toBe('first-knock');
    expect(helpFor(selected, null, true)).toBe('not-open');
    // A failed run is no reason elsewhere.
    expect(helpFor(view, null, true)).toBe('tray');
  });

  it('shows every page from within the help', () => {
    expect(helpFor({ ...view, help: 'tray' }, marked('vault'), true)).toBe('contents');
  });
});

it('a sentence is its words, and what it names in between', () => {
  expect(say`${'a'} b ${label('save')}.`).toEqual(['a', ' b ', label('save'), '.']);
});
