import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, PARTS, TEXTS } from '../../support/contrast.ts';

const sheet = readFileSync(join(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8');

/** The colours of a block of the sheet, by their names. */
function colours(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const [head = '', ...rest] = sheet.split('@media');
const light = colours(head);
const darkBlock = rest.find((block) => block.includes('prefers-color-scheme: dark')) ?? '';
const dark = new Map([...light, ...colours(darkBlock)]);

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the colours of the %s theme', (_theme, theme) => {
  const of = (name: string) => {
    const value = theme.get(name);
    if (value === undefined) throw new Error(`no colour is called ${name}`);
    return value;
  };

  it.each(TEXTS)('%s on %s can be read: 4.5 to 1', (text, surface) => {
    expect(contrast(of(text), of(surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(PARTS)('%s on %s can be seen: 3 to 1', (part, surface) => {
    expect(contrast(of(part), of(surface))).toBeGreaterThanOrEqual(3);
  });
});

it('the measure is WCAG’s: black on white 21, the limit’s own example, and what is too weak says no', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#949494', '#ffffff')).toBeLessThan(4.5);
});
