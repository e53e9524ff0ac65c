import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

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

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, 1.4.3). */
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const SURFACES = ['surface', 'surface-side', 'surface-raised', 'surface-sunken'] as const;
/** Text, and what it is written on. */
const TEXTS = [
  ...(['text', 'text-soft', 'good', 'bad', 'warn', 'accent'] as const).flatMap((text) =>
    SURFACES.map((surface) => [text, surface] as const),
  ),
  ...(['text', 'text-soft', 'accent', 'good', 'bad'] as const).map((text) => [text, 'accent-soft'] as const),
  ...(['text', 'text-soft'] as const).map((text) => [text, 'hover'] as const),
  ...(['good', 'warn', 'bad'] as const).map((text) => [text, `${text}-soft`] as const),
  ...(['accent', 'accent-hover'] as const).map((surface) => ['on-accent', surface] as const),
] as const;
/** What has to be seen, without being text: the ring of the focus, the frames of fields and buttons. */
const PARTS = (['accent', 'line-strong'] as const).flatMap((part) =>
  SURFACES.map((surface) => [part, surface] as const),
);

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
