/** A terminal as far as a line is shown on it. */
interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** Carriage return, and "erase in line" (ECMA-48, `EL`), which Windows' console knows since Windows 10. */
const ERASE = '\r\u001b[K';

const USUAL_COLUMNS = 80;

/** One line at the bottom of a terminal that is written over and goes away. Elsewhere it is nothing at all. */
export class StatusLine {
  readonly isSeen: boolean;
  readonly #terminal: Terminal;
  #shown = false;

  /** @param kind what `TERM` says: a dumb terminal cannot erase */
  constructor(terminal: Terminal, kind = process.env['TERM']) {
    this.#terminal = terminal;
    this.isSeen = terminal.isTTY === true && kind !== 'dumb';
  }

  show(text: string): void {
    if (!this.isSeen) return;
    this.#shown = true;
    // A line that wraps could not be taken back. A terminal that does not say how wide it is says 0.
    const columns = this.#terminal.columns || USUAL_COLUMNS;
    this.#terminal.write(ERASE + text.slice(0, columns - 1));
  }

  clear(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#terminal.write(ERASE);
  }
}
