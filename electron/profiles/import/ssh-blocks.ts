import { type FormatNote, remarkAt } from '../../../shared/formats/candidate.ts';
import type { SshDirective, SshEvent } from './ssh-lines.ts';

/** The patterns of one `Host` or `Match host` line: some must match, and none of those with `!`. */
type Patterns = readonly string[];

/** Directives that hold for the hosts that meet every condition. */
export interface SshBlock {
  readonly conditions: readonly Patterns[];
  readonly line: number;
  readonly directives: SshDirective[];
  /** A `Match … exec "…"` command line, which people use to knock. */
  readonly exec: string | null;
}

/** The condition of what stands under a `Match` that depends on more than the host. */
const NEVER: Patterns = [];

/** Groups directives by their `Host` and `Match` lines; an included file begins under its `Include`'s own conditions. */
export function sshBlocks(events: readonly SshEvent[], notes: FormatNote[]): readonly SshBlock[] {
  const blocks: SshBlock[] = [];
  const open = (conditions: readonly Patterns[], line: number, exec: string | null = null): SshBlock => {
    const block: SshBlock = { conditions, line, directives: [], exec };
    blocks.push(block);
    return block;
  };
  let block = open([], 1);
  const outer: SshBlock[] = [];
  for (const event of events) {
    if (event.kind === 'enter') {
      outer.push(block);
      block = open(block.conditions, block.line);
    } else if (event.kind === 'leave') {
      const { conditions = [], line = 1 } = outer.pop() ?? {};
      block = open(conditions, line);
    } else {
      const { directive } = event;
      const base = outer.at(-1)?.conditions ?? [];
      if (directive.key === 'host') block = open([...base, directive.values], directive.line);
      else if (directive.key === 'match') {
        const match = readMatch(directive.values);
        if (match === null) notes.push(remarkAt(directive.line, { code: 'ssh-match' }));
        block = open([...base, ...(match?.conditions ?? [NEVER])], directive.line, match?.exec ?? null);
      } else block.directives.push(directive);
    }
  }
  return blocks;
}

/** `Match all`, or by host with perhaps a command that knocks; `null`: it depends on something else. */
function readMatch(values: readonly string[]): Pick<SshBlock, 'conditions' | 'exec'> | null {
  const conditions: Patterns[] = [];
  let exec: string | null = null;
  for (let at = 0; at < values.length; at++) {
    const key = values[at]?.toLowerCase();
    if (key === 'all') continue;
    const value = values[++at] ?? '';
    if (key === 'host' || key === 'originalhost') conditions.push(value.split(','));
    else if (key === 'exec' && /knock/i.test(value)) exec = value;
    else return null;
  }
  // A command without a host would knock whatever is connected to.
  return exec !== null && conditions.length === 0 ? null : { conditions, exec };
}

/** Whether a host meets every condition of a block. */
export function matchesAll(conditions: readonly Patterns[], host: string): boolean {
  return conditions.every((patterns) => matchesList(patterns, host));
}

/** ssh_config(5), PATTERNS: a negated match wins over any other. */
function matchesList(patterns: Patterns, host: string): boolean {
  const text = host.toLowerCase();
  let found = false;
  for (const pattern of patterns) {
    if (!matchesPattern(pattern.replace(/^!/, '').toLowerCase(), text)) continue;
    if (pattern.startsWith('!')) return false;
    found = true;
  }
  return found;
}

/**
 * `*` and `?`, in time that grows with the lengths only. (The library makes a regular expression of a pattern, which a
 * pattern of many stars can keep busy for hours.)
 */
function matchesPattern(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let mark = 0;
  for (let i = 0; i < text.length; ) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at++;
      mark = i;
    } else if (wanted === '?' || wanted === text[i]) {
      at += 1;
      i += 1;
    } else if (star >= 0) {
      at = star + 1;
      i = ++mark;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}

/** Whether a pattern is the name of one host. */
export function isConcrete(pattern: string): boolean {
  return !/[*?!,]/.test(pattern);
}
