import { expect, it } from 'vitest';
import { readAccent } from '../../../electron/system/read-accent.ts';

it.each([
  ['0078d4ff', '#0078d4'],
  ['#0078D4FF', '#0078d4'],
  ['e95420', '#e95420'],
])('%s is a colour', (given, colour) => {
  expect(readAccent(given)).toBe(colour);
});

it.each(['', '0078d', 'rgb(1,2,3)', '0078d4ff;x', undefined, null, 7])('%s is none', (given) => {
  expect(readAccent(given)).toBeNull();
});
