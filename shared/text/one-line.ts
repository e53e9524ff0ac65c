/**
 * Text from elsewhere as one line of a terminal or a title: neither control characters (escape sequences to a terminal)
 * nor marks that turn text around.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
