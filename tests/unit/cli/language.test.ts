import { expect, it } from 'vitest';
import { atTerminal, languageOf } from '../../../electron/cli/language.ts';
import { en } from '../../../shared/text/en.ts';
import { fr } from '../../../shared/text/fr.ts';

const unset = () => 'C';

it.each<readonly [env: NodeJS.ProcessEnv, language: string]>([
  [{}, 'English'],
  [{ LANG: 'fr_FR.UTF-8' }, 'French'],
  [{ LANG: 'fr' }, 'French'],
  [{ LANG: 'FR_ca' }, 'French'],
  [{ LANG: 'en_US.UTF-8' }, 'English'],
  [{ LANG: 'frr_DE' }, 'English'],
  [{ LANG: 'C' }, 'English'],
  [{ LANG: 'fr_FR', LC_MESSAGES: 'en_GB' }, 'English'],
  [{ LANG: 'en_GB', LC_MESSAGES: 'de_DE', LC_ALL: 'fr_BE' }, 'French'],
  [{ LANG: 'fr_FR', LC_ALL: 'C' }, 'English'],
  [{ LANG: 'fr_FR', LC_ALL: '' }, 'French'],
])('a terminal with %j is spoken to in %s', (env, language) => {
  expect(languageOf(env, unset)).toBe(language === 'French' ? fr : en);
});

it('asks the system where the terminal does not say', () => {
  expect(languageOf({}, () => 'fr-CA')).toBe(fr);
  expect(languageOf({ LANG: 'en' }, () => 'fr-CA')).toBe(en);
});

it.each([en, fr])('offers nothing of the window to whoever imports at a terminal', (language) => {
  const said = Object.entries(atTerminal(language).problem).filter(([code]) => code.startsWith('import-'));
  expect(said.length).toBeGreaterThan(5);
  for (const [, text] of said) expect(text).not.toMatch(/paste|collez|Choose|Choisir/);
});
