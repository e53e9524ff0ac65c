import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Problem } from '../shared/result.ts';
import { FALLBACK, LANGUAGE_CODES } from '../shared/text/best-language.ts';
import type { en, Language } from '../shared/text/en.ts';
import { type LanguageCode, languages } from '../shared/text/languages.ts';
import { sentence } from '../shared/text/sentence.ts';

/** Typed keys: a text that does not exist fails the build. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: { ui: typeof en.ui };
    strictInterpolationChecks: true;
  }
}

/** The blanks that are filled with how many there are. */
const COUNTS: ReadonlySet<unknown> = new Set(['count', 'of']);

/** Writes counts as the language does (10 000, 10,000); other numbers, ports among them, stay as they are. */
const counts: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown, _format, _language, options) =>
    typeof value === 'number' && COUNTS.has(options?.['interpolationkey']) ? formatNumber(value) : String(value ?? ''),
};

/** Changes the page's language while it is open. */
export function speak(language: LanguageCode): void {
  if (language === current()) return;
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Sets the page's language. The texts are part of the bundle, so this is done when it returns. */
export function startText(language: LanguageCode): void {
  void i18next
    .use(initReactI18next)
    .use(counts)
    .init({
      lng: language,
      fallbackLng: FALLBACK,
      defaultNS: 'ui',
      resources: Object.fromEntries(LANGUAGE_CODES.map((code) => [code, { ui: languages[code].ui }])),
      initAsync: false,
      interpolation: { escapeValue: false, alwaysFormat: true }, // React escapes
    });
  document.documentElement.lang = language;
}

function current(): LanguageCode {
  return LANGUAGE_CODES.find((code) => code === i18next.language) ?? FALLBACK;
}

/** The page's language, followed while it changes. */
export function useLanguage(): LanguageCode {
  useTranslation();
  return current();
}

/** Every text of the page's language, for what is written into files, and what names the texts by their keys. */
export function spokenTexts(): Language {
  return languages[current()];
}

/** What is wrong and what to do about it, in the page's language. */
export function problemSentence(problem: Problem): string {
  return sentence(languages[current()], problem);
}

/** By language and digits: to make one takes longer than to draw what it is for. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number as the page's language writes it. */
function formatNumber(value: number, digits = 0): string {
  // Up to three digits every language here writes alike; the first format that a page makes costs it some ms.
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  const key = `${current()} ${digits}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(current(), { maximumFractionDigits: digits });
  formats.set(key, format);
  return format.format(value);
}

/** A time for people: ms below ten seconds, seconds above. */
export function formatDuration(ms: number): string {
  return ms < 10_000
    ? i18next.t('duration.ms', { value: formatNumber(Math.round(ms)) })
    : i18next.t('duration.s', { value: formatNumber(ms / 1000, 1) });
}

/** A moment of a run, as exact as it was taken: tenths below a second. */
export function formatMoment(ms: number): string {
  if (ms >= 10_000) return formatSeconds(ms);
  return i18next.t('duration.ms', { value: formatNumber(ms, ms < 1000 ? 1 : 0) });
}

/** Time that is left, in minutes and seconds, or in hours and minutes. */
export function formatCountdown(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return formatSeconds(seconds * 1000);
  return minutes < 60
    ? i18next.t('duration.minutes', { minutes, seconds: seconds % 60 })
    : i18next.t('duration.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** A day and a time of day, as the page's language writes them. */
export function formatWhen(date: number): string {
  return new Intl.DateTimeFormat(current(), { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** A time of day, to the second. */
export function formatClock(date: number): string {
  return new Intl.DateTimeFormat(current(), { timeStyle: 'medium' }).format(date);
}

/** A time of day to the millisecond, to be found again in a server's log. */
export function formatExactClock(date: number): string {
  return new Intl.DateTimeFormat(current(), {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(date);
}

/** A time in seconds, with one decimal where it has one. */
export function formatSeconds(ms: number): string {
  return i18next.t('duration.s', { value: formatNumber(ms / 1000, 1) });
}
