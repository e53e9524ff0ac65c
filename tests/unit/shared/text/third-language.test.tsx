import { Toast } from '@base-ui/react/toast';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import * as v from 'valibot';
import { expect, it, vi } from 'vitest';
import { languageOf } from '../../../../electron/cli/language.ts';
import { createProgram } from '../../../../electron/cli/program.ts';
import { LookSection } from '../../../../renderer/features/settings/look-section.tsx';
import { problemSentence, speak, startText } from '../../../../renderer/i18n.ts';
import { PageProvider } from '../../../../renderer/state/store-context.tsx';
import { SettingsChangeSchema, SettingsSchema, spokenLanguage } from '../../../../shared/model/settings.ts';
import { fail } from '../../../../shared/result.ts';
import { bestLanguage } from '../../../../shared/text/best-language.ts';
import { languages } from '../../../../shared/text/languages.ts';
import { FakeBridge } from '../../../fakes/fake-bridge.ts';

/** Polish in little: it has plural forms that English has not (CLDR: one, few, many, other). */
vi.mock('../../../../shared/text/languages.ts', async (original) => {
  const real = await original<typeof import('../../../../shared/text/languages.ts')>();
  const { en } = real.languages;
  const ui = {
    ...en.ui,
    knocks_one: '{{count}} stuknięcie',
    knocks_few: '{{count}} stuknięcia',
    knocks_many: '{{count}} stuknięć',
    knocks_other: '{{count}} stuknięcia',
  };
  const pl = { ...en, name: 'Polski', ui, problem: { ...en.problem, 'profile-unknown': 'Nie ma takiego profilu.' } };
  return { languages: { ...real.languages, pl } };
});

/** The little of a page that a language touches. */
const html = { lang: '' };
vi.stubGlobal('document', { documentElement: html });

const polish: unknown = Reflect.get(languages, 'pl');

it('one entry more in the list of languages: the system’s wish for it is met, and it can be chosen', () => {
  expect(bestLanguage(['pl-PL', 'fr'])).toBe('pl');
  const chosen = v.parse(SettingsSchema, { language: 'pl' });
  expect(chosen.language).toBe('pl');
  expect(v.is(SettingsChangeSchema, { language: 'pl' })).toBe(true);
  expect(v.is(SettingsChangeSchema, { language: 'cs' })).toBe(false);
  expect(spokenLanguage(chosen, 'fr')).toBe('pl');
});

it('the command line speaks it', () => {
  const text = languageOf({ LANG: 'pl_PL.UTF-8' });
  expect(text).toBe(polish);
  expect(createProgram(text, () => {}).helpInformation()).toContain('toctoc');
});

it('the page speaks it, with its own plural forms and numbers', () => {
  startText(bestLanguage(['pl']));
  expect(html.lang).toBe('pl');
  const knocks = (count: number) => i18next.t('knocks', { count });
  expect([1, 2, 5, 22, 10_000].map(knocks)).toEqual([
    '1 stuknięcie',
    '2 stuknięcia',
    '5 stuknięć',
    '22 stuknięcia',
    `${new Intl.NumberFormat('pl').format(10_000)} stuknięć`,
  ]);
  expect(problemSentence({ code: 'profile-unknown' })).toBe('Nie ma takiego profilu.');
  speak('en');
  expect(knocks(10_000)).toBe('10,000 knocks');
  expect(i18next.t('list.open', { count: 22 })).toBe('Opened');
});

it('the settings offer it by its own name', () => {
  startText('en');
  const { snapshot } = new FakeBridge();
  const store = { get: () => snapshot, subscribe: () => () => {}, start: () => Promise.reject(new Error('not asked')) };
  const bridge = { invoke: async () => fail({ code: 'profile-unknown' }), pathOf: () => '', on: () => () => {} };
  const page = renderToStaticMarkup(
    <PageProvider page={{ store, bridge }}>
      <Toast.Provider>
        <LookSection />
      </Toast.Provider>
    </PageProvider>,
  );
  expect(page).toContain('<option value="pl">Polski</option>');
  expect(page).toContain('<option value="fr">Français</option>');
});
