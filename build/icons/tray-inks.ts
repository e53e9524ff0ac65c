/** What the tray shows; each has a source `tray/<state>.svg` on a grid of 16. */
export const STATES = ['idle', 'knocking', 'open', 'failed'] as const;

/** px at 100 %. */
export const TRAY_SIZE = 16;

/** Electron's createFromPath finds the files with these suffixes by itself. */
export const SCALES = [
  { scale: 1, suffix: '' },
  { scale: 1.5, suffix: '@1.5x' },
  { scale: 2, suffix: '@2x' },
  { scale: 4, suffix: '@4x' },
] as const;

/** What one variant is drawn with. */
interface Ink {
  /** Of the file name: `idle-on-dark.png`. macOS takes a file named `…Template` for a stencil. */
  readonly suffix: '-on-light' | '-on-dark' | 'Template';
  /** In place of `currentColor`. */
  readonly line: string;
  /** In place of the sources' own colours, which are those for a light panel. */
  readonly signals: Readonly<Record<string, string>>;
  readonly ico: boolean;
}

/** Panels are light or dark; macOS colours a stencil by itself. */
export const INKS: readonly Ink[] = [
  { suffix: '-on-light', line: '#33312d', signals: {}, ico: true },
  {
    suffix: '-on-dark',
    line: '#f4f1ea',
    signals: { '#0b6273': '#5cc4d3', '#17683a': '#6fce93', '#a8281f': '#f28b80' },
    ico: true,
  },
  {
    suffix: 'Template',
    line: '#000000',
    signals: { '#0b6273': '#000000', '#17683a': '#000000', '#a8281f': '#000000' },
    ico: false,
  },
];

/** A source in this ink. */
export function inked(svg: string, { line, signals }: Ink): string {
  return Object.entries(signals).reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    svg.replaceAll('currentColor', line),
  );
}
