/** ssh_config(5): an argument with white space stands in quotes; inside, quotes and backslashes are escaped. */
export function configQuote(text: string): string {
  return /^[\w./~:@+,=-]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
