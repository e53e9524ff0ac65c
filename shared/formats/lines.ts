/** A line of a text with its number; the first is 1. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** The byte order mark that Windows editors put in front of a file. */
const BOM = '\uFEFF';

export function hasBom(text: string): boolean {
  return text.startsWith(BOM);
}

export function withoutBom(text: string): string {
  return hasBom(text) ? text.slice(1) : text;
}

/** The lines of a text, whatever system wrote it, without their ends; an empty text has one empty line. */
export function linesOf(text: string): readonly NumberedLine[] {
  return withoutBom(text)
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line }));
}
