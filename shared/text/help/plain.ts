import { assertNever } from '../../result.ts';
import type { Language } from '../en.ts';
import { fill } from '../sentence.ts';
import type { Block, HelpPage, Inline, Label, Line } from './blocks.ts';

/** What a label says in one language. */
export function labelText(language: Language, { from, key, params }: Label): string {
  let found: unknown = language[from];
  for (const part of key.split('.')) found = Reflect.get(Object(found), part);
  return fill(String(found), params);
}

/** A page as bare text, to be searched. Keys are left out: nobody looks for them. */
export function plainText(language: Language, page: HelpPage): string {
  return page.map((block) => blockText(language, block)).join('\n');
}

function blockText(language: Language, block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'example':
      return block.text;
    case 'text':
      return lineText(language, block.line);
    case 'steps':
    case 'points':
      return block.lines.map((line) => lineText(language, line)).join('\n');
    default:
      return assertNever(block);
  }
}

function lineText(language: Language, line: Line): string {
  return line.map((part) => inlineText(language, part)).join('');
}

function inlineText(language: Language, part: Inline): string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'label':
      return labelText(language, part);
    case 'code':
      return part.text;
    case 'page':
      return language.ui.help.pages[part.page];
    case 'keys':
      return '';
    default:
      return assertNever(part);
  }
}
