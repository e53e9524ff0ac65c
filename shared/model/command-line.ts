import { fail, ok, type Problem, type Result } from '../result.ts';

/** What a custom command can be filled with. */
export const PLACEHOLDERS = ['host', 'address', 'port', 'user', 'key', 'name'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** One argument: literal text and placeholders, in order. */
export type CommandWord = readonly (string | { readonly placeholder: Placeholder })[];

/**
 * Splits text into arguments: at white space, except between quotes, single or double, which hold the other kind. A
 * backslash is a letter like any other, because on Windows it is part of every path. There is no shell: nothing else
 * means anything.
 */
export function splitWords(text: string): Result<readonly string[]> {
  const words: string[] = [];
  let word: string | null = null;
  let quote = '';
  for (const char of text) {
    if (quote !== '') {
      if (char === quote) quote = '';
      else word = (word ?? '') + char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word = word ?? '';
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + char;
  }
  if (quote !== '') return fail({ code: 'command-quote', params: { quote } });
  if (word !== null) words.push(word);
  return ok(words);
}

const BRACES = /\{\{(\w+)\}\}|\{(\w+)\}/g;

function isPlaceholder(text: string): text is Placeholder {
  return PLACEHOLDERS.some((known) => known === text);
}

/** `{host}` is a placeholder, `{{host}}` the text `{host}`; any other brace is itself. */
function parseWord(word: string): Result<CommandWord> {
  const parts: (string | { readonly placeholder: Placeholder })[] = [];
  let from = 0;
  for (const match of word.matchAll(BRACES)) {
    const [all, literal, name = ''] = match;
    if (match.index > from) parts.push(word.slice(from, match.index));
    from = match.index + all.length;
    if (literal !== undefined) parts.push(`{${literal}}`);
    else if (isPlaceholder(name)) parts.push({ placeholder: name });
    else return fail({ code: 'command-placeholder', params: { placeholder: all } });
  }
  if (from < word.length || parts.length === 0) parts.push(word.slice(from));
  return ok(parts);
}

/**
 * A custom command as arguments, the program first. The program itself is never filled in: what runs is what the person
 * wrote, whatever a server is called.
 */
export function parseCommand(text: string): Result<readonly [CommandWord, ...CommandWord[]]> {
  const words = splitWords(text);
  if (!words.ok) return words;
  const problems: Problem[] = [];
  const parsed: CommandWord[] = [];
  for (const word of words.value) {
    const parts = parseWord(word);
    if (parts.ok) parsed.push(parts.value);
    else problems.push(...parts.problems);
  }
  const [problem, ...more] = problems;
  if (problem !== undefined) return fail(problem, ...more);
  const [program, ...args] = parsed;
  if (program === undefined) return fail({ code: 'command-empty' });
  const [name] = program;
  if (program.length !== 1 || typeof name !== 'string' || name === '' || name.startsWith('-')) {
    return fail({ code: 'command-program', params: { program: words.value[0] ?? '' } });
  }
  return ok([program, ...args]);
}

/** Which placeholders a command uses, in order, each once. */
export function placeholdersOf(words: readonly CommandWord[]): readonly Placeholder[] {
  const used = words.flat().flatMap((part) => (typeof part === 'string' ? [] : [part.placeholder]));
  return [...new Set(used)];
}
