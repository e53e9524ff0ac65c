/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const SURFACES = ['surface', 'surface-side', 'surface-raised', 'surface-sunken'] as const;
/** Text, and what it is written on. */
export const TEXTS = [
  ...(['text', 'text-soft', 'good', 'bad', 'warn', 'accent'] as const).flatMap((text) =>
    SURFACES.map((surface) => [text, surface] as const),
  ),
  ...(['text', 'text-soft', 'accent', 'good', 'bad'] as const).map((text) => [text, 'accent-soft'] as const),
  ...(['text', 'text-soft'] as const).map((text) => [text, 'hover'] as const),
  ...(['good', 'warn', 'bad'] as const).map((text) => [text, `${text}-soft`] as const),
  ...(['accent', 'accent-hover'] as const).map((surface) => ['on-accent', surface] as const),
] as const;
/** What has to be seen, without being text: the ring of the focus, the frames of fields and buttons. */
export const PARTS = (['accent', 'line-strong'] as const).flatMap((part) =>
  SURFACES.map((surface) => [part, surface] as const),
);
