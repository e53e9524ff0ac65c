import { beforeEach, expect, it } from 'vitest';
import { namePractice } from '../../../electron/practice/practice-name.ts';
import { PRACTICE_ID } from '../../../shared/model/profile.ts';
import { languages } from '../../../shared/text/languages.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { AStore } from '../profiles/a-store.ts';

const english = languages.en.app.practiceName;
const french = languages.fr.app.practiceName;
const the = new AStore();
const named = (name: string) => {
  the.store = the.open([aProfile({ id: PRACTICE_ID, name })]);
};
const names = () => the.store.summaries.map(({ name }) => name);

beforeEach(() => named(english));

it('follows the language, there and back', () => {
  namePractice(the.store, french);
  expect(names()).toEqual([french]);
  namePractice(the.store, english);
  expect(names()).toEqual([english]);
});

it('is not written again where it is called so already', () => {
  namePractice(the.store, english);
  expect(the.written).toEqual([]);
});

it('keeps the name that the person gave it', () => {
  named('My rehearsal');
  namePractice(the.store, french);
  expect(names()).toEqual(['My rehearsal']);
  expect(the.written).toEqual([]);
});

it('that is gone stays gone', () => {
  the.store = the.open([aProfile({ id: 'a', name: english })]);
  namePractice(the.store, french);
  expect(names()).toEqual([english]);
});

it('stays while the vault is locked, is not written, and follows as soon as it opens', () => {
  const { lock } = the;
  the.lock = null;
  namePractice(the.store, french);
  expect(names()).toEqual([english]);
  expect(the.written).toEqual([]);
  the.lock = lock;
  namePractice(the.store, french);
  expect(names()).toEqual([french]);
});
