/**
 * One word for a POSIX shell (fish and csh read it alike): in single quotes nothing means anything but the quote
 * itself. Only for the places where another program insists on a shell; we start none.
 */
export function shellQuote(word: string): string {
  return /^[A-Za-z0-9_./:=,@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
