import { CommanderError } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isMistake, mistake } from '../../../electron/cli/mistake.ts';
import { createProgram } from '../../../electron/cli/program.ts';
import type { Language } from '../../../shared/text/en.ts';
import { en } from '../../../shared/text/en.ts';
import { fr } from '../../../shared/text/fr.ts';

/** What is said of a command line, and what was printed meanwhile. */
async function said(text: Language, line: string) {
  const printed: string[] = [];
  const program = createProgram(text, () => {});
  for (const one of [program, ...program.commands]) {
    one.configureOutput({ writeOut: (words) => printed.push(words), writeErr: (words) => printed.push(words) });
  }
  try {
    await program.parseAsync(line.split(' '), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { error, sentence: mistake(error, text), printed: printed.join('') };
  }
  throw new Error('this line was taken');
}

afterEach(() => vi.restoreAllMocks());

describe('a line that cannot be read', () => {
  it.each([
    ['knock --verbos a 1', 'there is no option --verbos (did you mean --verbose?)', 'l’option --verbos n’existe pas'],
    ['knock a 1 -d', 'option -d, --delay <ms> needs a value', 'il manque une valeur à l’option -d, --delay <ms>'],
    ['knock --tag', 'option --tag <tag> needs a value', 'il manque une valeur à l’option --tag <tag>'],
    ['knock', 'the argument host is missing', 'il manque l’argument host'],
    ['knock --server x a 1', 'option --server <kind> does not take x (choices: knockd, other)', 'n’accepte pas x'],
    ['knock --mode x a 1', 'option --mode <mode> does not take x (choices: syn, connect)', '(au choix : syn, connect)'],
    ['completion tcsh', 'argument shell cannot be tcsh (choices: bash, zsh, fish)', 'ne peut pas être tcsh'],
    ['clos', 'there is no command clos (did you mean close?)', '(vouliez-vous dire close ?)'],
    ['list a b', 'there are too many arguments', 'il y a trop d’arguments'],
  ])('%s', async (line, english, french) => {
    const inEnglish = await said(en, line);
    expect(inEnglish.sentence).toBe(english);
    expect(isMistake(inEnglish.error)).toBe(true);
    // Commander's own words, which are English, are not printed besides.
    expect(inEnglish.printed).toBe('');
    const inFrench = (await said(fr, line)).sentence;
    expect(inFrench).toContain(french);
    expect(inFrench).not.toMatch(/error|option '|\{\{/);
  });

  it('is told of without what would move the terminal’s cursor', async () => {
    const { sentence } = await said(en, 'knock --x\u001b[2Jy');
    expect(sentence).toContain('--x [2Jy');
  });
});

describe('the help', () => {
  it.each(['--help', 'knock --help', 'close --help', 'connect --help', 'list --help', 'completion --help'])(
    '%s is in the language of the terminal',
    async (line) => {
      const inFrench = await said(fr, line);
      expect(inFrench.printed).toMatch(/^Usage :/);
      expect(inFrench.printed).not.toMatch(/Options:|Commands:|Arguments:|display help|default:|choices:|\{\{/);
      expect(isMistake(inFrench.error)).toBe(false);
      expect((await said(en, line)).printed).toMatch(/^Usage: toctoc/);
    },
  );

  it('teaches the exit statuses and shows examples', async () => {
    const { printed } = await said(en, 'knock --help');
    for (const part of ['toctoc knock server.example.org 7000', '130', '4 vault locked', '--tag <tag>', 'default: 50'])
      expect(printed).toContain(part);
  });
});
