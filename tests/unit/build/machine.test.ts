import { expect, it } from 'vitest';
import { withoutLocale } from '../../support/machine.ts';

it('the suites start without the person’s language, and with all else', () => {
  const person = { PATH: '/usr/bin', LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr', LC_ALL: 'C', LC_TIME: 'C', LANGTAG: 'x' };
  expect(withoutLocale(person)).toEqual({ PATH: '/usr/bin', LANGTAG: 'x' });
});
