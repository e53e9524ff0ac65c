/** A session to open in a terminal. */
export interface Session {
  /** One line that begins with our name. */
  readonly title: string;
  /** A profile of the terminal itself, where it has any; empty: its default. */
  readonly profile: string;
  /** An executable's path and its arguments. */
  readonly command: readonly string[];
}

/** What a terminal is started with. A script is written to a private file, whose path follows the arguments. */
export interface TerminalStart {
  readonly argv: readonly string[];
  readonly script?: string;
}

/** How a terminal writes variables that it replaces in its arguments: what looks like one must not reach it. */
export type Expansion = '%NAME%' | '$NAME';

/** One way to have a terminal run a command. */
export interface Variant {
  /** A program's name, or an absolute path; `$NAME` stands for what that variable says. */
  readonly executable: string;
  /** macOS: the app that has to be installed, by its bundle id. */
  readonly bundle?: string;
  /** Options it always gets. */
  readonly options?: readonly string[];
  /**
   * How it takes a first window title, as `--title=…` in one argument or as an argument of its own. Left out where the
   * title could not be changed by the server any more, where `%` in it means something, or where there is no option.
   */
  readonly title?: { readonly joined: string } | { readonly separate: string };
  /** What comes right before the command; everything after it is the command, untouched. */
  readonly run: readonly string[];
  /** In place of the four above, where a terminal wants its command in a way of its own. */
  readonly arrange?: (session: Session) => TerminalStart;
  /** The display it cannot do without. */
  readonly display?: 'DISPLAY' | 'WAYLAND_DISPLAY';
  /** Ends with the command's own status, so that 255 means that ssh gave up, not that there was no window. */
  readonly passesStatus?: true;
  /** Replaces `%NAME%` or `$NAME` in its command by a variable's value, and knows no way to keep it from that. */
  readonly expands?: Expansion;
}

/** A terminal the person can choose. `id` is kept in profiles; `name` is a proper name, or our own English words. */
export interface Terminal {
  readonly id: string;
  readonly name: string;
  /** In order of preference: the first that is installed is used. */
  readonly variants: readonly Variant[];
}

/** What to start a terminal with, so that it runs the session's command. */
export function terminalStart(variant: Variant, session: Session): TerminalStart {
  if (variant.arrange !== undefined) return variant.arrange(session);
  const { title, command } = session;
  const named =
    variant.title === undefined
      ? []
      : 'joined' in variant.title
        ? [`${variant.title.joined}${title}`]
        : [variant.title.separate, title];
  return { argv: [...(variant.options ?? []), ...named, ...variant.run, ...command] };
}

// Windows' own hidden variables begin with a `=`: `=C:` is the current folder there.
const EXPANDED = { '%NAME%': /%=?[^%=]+%/, $NAME: /\$[A-Za-z_]\w*/ } as const satisfies Record<Expansion, RegExp>;

/** The first piece of a command that a terminal which expands so would replace; `null`: none. */
export function expandedPiece(command: readonly string[], how: Expansion): string | null {
  for (const word of command) {
    const [piece] = EXPANDED[how].exec(word) ?? [];
    if (piece !== undefined) return piece;
  }
  return null;
}
