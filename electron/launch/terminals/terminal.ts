/** One way to have a terminal run a command. */
export interface Variant {
  /** Looked for in `PATH`; `$NAME` stands for what that variable says. */
  readonly executable: string;
  /** Options it always gets. */
  readonly options?: readonly string[];
  /**
   * How it takes a first window title, as `--title=…` in one argument or as an argument of its own. Left out where the
   * title could not be changed by the server any more, where `%` in it means something, or where there is no option.
   */
  readonly title?: { readonly joined: string } | { readonly separate: string };
  /** What comes right before the command; everything after it is the command, untouched. */
  readonly run: readonly string[];
  /** The display it cannot do without. */
  readonly display?: 'DISPLAY' | 'WAYLAND_DISPLAY';
  /** Ends with the command's own status, so that 255 means that ssh gave up, not that there was no window. */
  readonly passesStatus?: true;
}

/** A terminal the person can choose. `id` is kept in profiles; `name` is a proper name, or our own English words. */
export interface Terminal {
  readonly id: string;
  readonly name: string;
  /** In order of preference: the first that is installed is used. */
  readonly variants: readonly Variant[];
}

/** The arguments with which a terminal runs `command` (an executable's path and at least one argument). */
export function terminalArguments(variant: Variant, title: string, command: readonly string[]): readonly string[] {
  const named =
    variant.title === undefined
      ? []
      : 'joined' in variant.title
        ? [`${variant.title.joined}${title}`]
        : [variant.title.separate, title];
  return [...(variant.options ?? []), ...named, ...variant.run, ...command];
}
