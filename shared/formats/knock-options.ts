import * as v from 'valibot';
import { ProfileDraftSchema } from '../model/profile.ts';
import { MAX_GAP_MS, PortSchema } from '../model/sequence.ts';
import type { Said } from './candidate.ts';
import { type Spelling, splitOption } from './option-word.ts';

/** An option of knock(1), or of `toctoc knock` and `toctoc connect`. */
interface KnockOption extends Spelling {
  /** What it says of a server, where it has a value; `null`: it cannot have this one. */
  readonly read?: (value: string) => Said | null;
  /** What it says of a server, where it has none. */
  readonly said?: Said;
}

/** The words behind a command that knocks. */
export interface KnockWords {
  /** Everything that is no option: the host, its ports. */
  readonly operands: readonly string[];
  readonly said: Said;
  readonly allUdp: boolean;
  /** Options that nobody knows, or whose value cannot be. */
  readonly unknown: readonly string[];
}

/** What a profile does not keep: how long to watch, how often to try. */
const passedOver = () => ({});

const { holdMs, seqTimeoutS, serverKind, connectMode, source } = ProfileDraftSchema.entries;

const OPTIONS: readonly KnockOption[] = [
  { long: 'udp', short: 'u' },
  { long: 'ipv4', short: '4', said: { family: 'ipv4' } },
  { long: 'ipv6', short: '6', said: { family: 'ipv6' } },
  { long: 'verbose', short: 'v' },
  { long: 'version', short: 'V' },
  { long: 'help', short: 'h' },
  { long: 'json' },
  // knock waits 0 ms by default; a delay that somebody chose is worth keeping.
  { long: 'delay', short: 'd', read: (ms) => (/^\d+$/.test(ms) ? { gapMs: Math.min(Number(ms), MAX_GAP_MS) } : null) },
  { long: 'wait', short: 'w', read: number(PortSchema, (port) => ({ door: { port, check: true } })) },
  { long: 'timeout', short: 't', read: passedOver },
  { long: 'retries', short: 'r', read: passedOver },
  { long: 'seq-timeout', read: number(seqTimeoutS, (s) => ({ seqTimeoutS: s })) },
  { long: 'server', read: text(serverKind, (kind) => ({ serverKind: kind })) },
  { long: 'hold', read: number(holdMs, (ms) => ({ holdMs: ms })) },
  { long: 'source', read: text(source, (name) => ({ source: name })) },
  { long: 'mode', read: (mode) => modeOf(mode === 'connect' ? 'full' : mode) },
];

function modeOf(mode: string): Said | null {
  return text(connectMode, (value) => ({ connectMode: value }))(mode);
}

/** Reads a value that a profile's field takes. */
function text<T>(schema: v.GenericSchema<unknown, T>, said: (value: T) => Said): (value: string) => Said | null {
  return (value) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? said(parsed.output) : null;
  };
}

function number<T>(schema: v.GenericSchema<unknown, T>, said: (value: T) => Said): (value: string) => Said | null {
  return (value) => {
    const parsed = v.safeParse(schema, /^\d+$/.test(value) ? Number(value) : value);
    return parsed.success ? said(parsed.output) : null;
  };
}

/** getopt_long(3) takes any beginning that only one option has. */
function inFull(word: string): string {
  const [, name, value = ''] = /^--([^=]+)(=.*)?$/s.exec(word) ?? [];
  if (name === undefined) return word;
  const [option, ...others] = OPTIONS.filter(({ long }) => long.startsWith(name));
  return option === undefined || others.length > 0 || OPTIONS.some(({ long }) => long === name)
    ? word
    : `--${option.long}${value}`;
}

/** Tells the options of a command that knocks from its operands; of two that contradict each other the last one counts. */
export function readKnockWords(words: readonly string[]): KnockWords {
  const operands: string[] = [];
  const unknown: string[] = [];
  let said: Said = {};
  let allUdp = false;
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') {
      operands.push(...left);
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const { option, value, rest } = splitOption(inFull(word), OPTIONS, ({ read }) => read !== undefined);
    if (rest !== undefined) left.unshift(rest);
    if (option?.long === 'udp') allUdp = true;
    const more = option?.read === undefined ? option?.said : option.read(value ?? left.shift() ?? '');
    if (option === undefined || more === null) unknown.push(word);
    else said = { ...said, ...more };
  }
  return { operands, said, allUdp, unknown };
}
