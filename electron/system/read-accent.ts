/**
 * A colour as `systemPreferences.getAccentColor` gives it (`rrggbbaa`), without its opacity, which is not for text.
 *
 * @returns `#rrggbb`; `null` for anything else, such as the empty text of a system that has none
 */
export function readAccent(value: unknown): string | null {
  const [, colour] = typeof value === 'string' ? (/^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(value) ?? []) : [];
  return colour === undefined ? null : `#${colour.toLowerCase()}`;
}
