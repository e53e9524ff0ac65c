/**
 * The person's words when this process was started as the command line, else `null`. They stand behind `--`, where
 * Chromium looks for no switches of its own: `--cli -- knock -v example.org 7000`.
 *
 * @param argv `process.argv` of Electron, installed (program, …) or from source (program, folder, …)
 */
export function commandWords(argv: readonly string[]): readonly string[] | null {
  const own = argv.indexOf('--');
  const switches = own === -1 ? argv : argv.slice(0, own);
  if (!switches.includes('--cli')) return null;
  return own === -1 ? [] : argv.slice(own + 1);
}
