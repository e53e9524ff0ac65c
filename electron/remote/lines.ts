import { MAX_IMPORT_BYTES } from '../../shared/formats/import-bounds.ts';

/** The longest line either side takes (bytes): a request is under 1 KiB, a message with a long name under 4. */
export const MAX_LINE_BYTES = 64 * 1024;

/**
 * The one line that may be longer: a file to import, with room for its escapes. Only lines that begin so are let grow.
 */
const LONG_LINE = '{"type":"import"';
const MAX_LONG_LINE_BYTES = 6 * MAX_IMPORT_BYTES + MAX_LINE_BYTES;

/** A line longer than {@link MAX_LINE_BYTES}: whoever sends it is not one of us. */
export class LineTooLong extends Error {}

/** Cuts a stream of bytes into lines, and keeps at most one unfinished line in memory. */
export class LineReader {
  #parts: Buffer[] = [];
  #bytes = 0;

  /**
   * The lines that this chunk completes, without their line feed.
   *
   * @throws {LineTooLong}
   */
  push(chunk: Buffer): readonly string[] {
    const lines: string[] = [];
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      this.#keep(chunk.subarray(from, end));
      lines.push(Buffer.concat(this.#parts).toString('utf8'));
      this.#parts = [];
      this.#bytes = 0;
      from = end + 1;
    }
    this.#keep(chunk.subarray(from));
    return lines;
  }

  #keep(part: Buffer): void {
    if (part.length === 0) return;
    this.#bytes += part.length;
    this.#parts.push(part);
    if (this.#bytes > (this.#mayBeLong() ? MAX_LONG_LINE_BYTES : MAX_LINE_BYTES)) throw new LineTooLong();
  }

  #mayBeLong(): boolean {
    if (this.#bytes <= MAX_LINE_BYTES) return false;
    const head = Buffer.concat(this.#parts.slice(0, LONG_LINE.length)).subarray(0, LONG_LINE.length);
    return head.toString('latin1') === LONG_LINE;
  }
}
