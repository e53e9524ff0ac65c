import type { LanguageCode } from '../../../shared/text/languages.ts';

/** How a screen is looked at. */
export interface Setting {
  readonly what: string;
  readonly language: LanguageCode;
  readonly colorScheme: 'light' | 'dark';
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
  /** Part of the window's width and height that the page has: half at a zoom of 200 %. */
  readonly zoom?: number;
  /** px of the window, where it is not the usual one. */
  readonly narrow?: true;
  /** Of the usual size of text. */
  readonly text?: number;
  /** Whether axe looks for every barrier, for the contrast alone, or not: what it sees does not change with the size. */
  readonly axe: 'all' | 'contrast' | 'none';
}

/** Every screen is drawn in each of them. */
export const SETTINGS: Readonly<Record<string, Setting>> = {
  light: { what: 'light, English', language: 'en', colorScheme: 'light', axe: 'all' },
  dark: { what: 'dark, French', language: 'fr', colorScheme: 'dark', axe: 'contrast' },
  narrow: { what: '480 px wide', language: 'en', colorScheme: 'dark', narrow: true, axe: 'all' },
  contrast: { what: 'more contrast', language: 'en', colorScheme: 'light', contrast: 'more', axe: 'contrast' },
  forced: { what: 'forced colours', language: 'en', colorScheme: 'dark', forcedColors: 'active', axe: 'contrast' },
  text: { what: 'text at 200 %, French', language: 'fr', colorScheme: 'light', text: 2, axe: 'none' },
  zoom: {
    ...{ what: '480 px at a zoom of 200 %, French', language: 'fr', colorScheme: 'light' },
    ...{ narrow: true, zoom: 2, axe: 'none' },
  },
};
