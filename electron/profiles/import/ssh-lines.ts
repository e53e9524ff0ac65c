import { parse } from 'ssh-config';
import { type FormatNote, problemAt, remarkAt } from '../../../shared/formats/candidate.ts';
import { linesOf } from '../../../shared/formats/lines.ts';
import { breath, type Steps } from '../../../shared/formats/steps.ts';

/** The files that an ssh configuration may include. */
export interface SshFiles {
  /** The files that an `Include` pattern means, in order (ssh_config(5): relative to `~/.ssh`, `~` and wildcards known). */
  readonly expand: (pattern: string) => readonly string[];
  /** A file's text, `null` when it cannot be read. */
  readonly read: (path: string) => string | null;
  /** The outermost file's own path, so that a file that includes it is a circle. */
  readonly self?: string;
}

/** One directive, wherever it stands. */
export interface SshDirective {
  /** In small letters. */
  readonly key: string;
  readonly values: readonly string[];
  /** What stands behind the key, as it was written. */
  readonly raw: string;
  /** Its line, or that of the `Include` in the outermost file that led to it. */
  readonly line: number;
  /** How many includes deep it stands. */
  readonly depth: number;
}

/** What happens on the way through the files, in order. */
export type SshEvent =
  | { readonly kind: 'directive'; readonly directive: SshDirective }
  | { readonly kind: 'enter' }
  | { readonly kind: 'leave' };

/** readconf.c: `READCONF_MAX_DEPTH`. */
const MAX_DEPTH = 16;
/** All included files together (characters): a bound against a file that is included over and over. */
const MAX_INCLUDED = 16 << 20;

interface SshLines {
  readonly events: readonly SshEvent[];
  readonly notes: readonly FormatNote[];
}

interface Walk {
  readonly files: SshFiles | null;
  readonly events: SshEvent[];
  readonly notes: FormatNote[];
  included: number;
  /** Of the outermost file. */
  readonly lines: number;
}

/**
 * Reads the directives of an ssh configuration and of what it includes. Every line goes through the library alone: it
 * throws on a quote that is not closed, and would let a key without a value take its value from the next line.
 *
 * Only its parser is used. `SSHConfig.compute` runs `Match exec` in a shell and asks the name server: not for a file that
 * was merely opened.
 *
 * @param files `null`: the text was pasted, and includes are not followed
 */
export function* readSshLines(text: string, files: SshFiles | null): Steps<SshLines> {
  const walk: Walk = { files, events: [], notes: [], included: 0, lines: linesOf(text).length };
  yield* readFile(text, walk, null, files?.self === undefined ? [] : [files.self]);
  return walk;
}

function* readFile(text: string, walk: Walk, outerLine: number | null, path: readonly string[]): Steps<void> {
  for (const { number, text: line } of linesOf(text)) {
    yield* breath('lines', outerLine ?? number, walk.lines, number);
    const directive = readDirective(line, outerLine ?? number, path.length);
    if (directive === null) continue;
    if (directive === 'unreadable') walk.notes.push(problemAt(outerLine ?? number, { code: 'ssh-line' }));
    else if (directive.key === 'include') yield* include(directive, walk, path);
    else walk.events.push({ kind: 'directive', directive });
  }
}

function readDirective(line: string, number: number, depth: number): SshDirective | 'unreadable' | null {
  if (line.trim() === '' || /^\s*#/.test(line)) return null;
  try {
    const [node] = parse(line);
    if (node === undefined || !('param' in node)) return 'unreadable';
    const values = typeof node.value === 'string' ? [node.value] : node.value.map(({ val }) => val);
    if (values.every((value) => value === '')) return 'unreadable';
    const raw = line.trim().replace(/^[^\s=]+(?:\s*=\s*|\s+)/, '');
    return { key: node.param.toLowerCase(), values, raw, line: number, depth };
  } catch {
    return 'unreadable';
  }
}

function* include({ values, line }: SshDirective, walk: Walk, path: readonly string[]): Steps<void> {
  const { files, notes } = walk;
  if (files === null) {
    notes.push(remarkAt(line, { code: 'ssh-include-not-followed' }));
    return;
  }
  if (path.length > MAX_DEPTH) {
    notes.push(problemAt(line, { code: 'ssh-include-deep' }));
    return;
  }
  for (const file of values.flatMap(files.expand)) {
    if (path.includes(file)) {
      notes.push(problemAt(line, { code: 'ssh-include-circular', params: { file } }));
      continue;
    }
    const text = files.read(file);
    walk.included += text?.length ?? 0;
    if (text === null || walk.included > MAX_INCLUDED) {
      notes.push(remarkAt(line, { code: 'ssh-include-missing', params: { file } }));
      continue;
    }
    walk.events.push({ kind: 'enter' });
    yield* readFile(text, walk, line, [...path, file]);
    walk.events.push({ kind: 'leave' });
  }
}
