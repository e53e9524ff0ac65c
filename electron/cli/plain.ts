/** A name as one line of a terminal: no control characters (escape sequences), no marks that turn text around. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
