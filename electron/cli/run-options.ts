import { DEFAULT_GAP_MS, DEFAULT_HOLD_MS, SERVER_KINDS } from '../../shared/model/defaults.ts';
import type { en } from '../../shared/text/en.ts';
import { CHECK_MS } from '../knock/policy.ts';

/** An option of the commands that knock, as data: commander is given it, and so is the quick reader. */
export interface RunOption {
  /** Its long word, such as `seq-timeout`, and its letter where it has one. */
  readonly long: string;
  readonly short?: string;
  /** What its value is called, such as `ms`; `undefined` for a switch. */
  readonly value?: string;
  readonly initial?: string;
  /** The values it may have, where they are few; `silent` ones are taken and not offered. */
  readonly choices?: readonly string[];
  readonly silent?: readonly string[];
  readonly text: keyof typeof en.command.options;
}

/** What every command that knocks takes: the options of knock(1), and ours. */
export const RUN_OPTIONS: readonly RunOption[] = [
  { short: 'u', long: 'udp', text: 'udp' },
  { short: 'd', long: 'delay', value: 'ms', initial: String(DEFAULT_GAP_MS), text: 'delay' },
  { short: '4', long: 'ipv4', text: 'ipv4' },
  { short: '6', long: 'ipv6', text: 'ipv6' },
  { short: 'v', long: 'verbose', text: 'verbose' },
  { short: 't', long: 'timeout', value: 'ms', initial: String(CHECK_MS), text: 'timeout' },
  { short: 'r', long: 'retries', value: 'n', text: 'retries' },
  { long: 'seq-timeout', value: 's', text: 'seqTimeout' },
  { long: 'server', value: 'kind', initial: 'other', choices: SERVER_KINDS, text: 'server' },
  { long: 'hold', value: 'ms', initial: String(DEFAULT_HOLD_MS), text: 'hold' },
  { long: 'source', value: 'address', initial: '', text: 'source' },
  // `full` is what a profile calls it.
  { long: 'mode', value: 'mode', initial: 'syn', choices: ['syn', 'connect'], silent: ['full'], text: 'mode' },
];

/** What `knock` takes besides. */
export const KNOCK_OPTIONS: readonly RunOption[] = [
  ...RUN_OPTIONS,
  { short: 'w', long: 'wait', value: 'port', text: 'wait' },
  { long: 'json', text: 'json' },
];

/** Of `-4` and `-6` the one that comes last counts, as for knock(1). */
export const OTHER_FAMILY: Readonly<Record<string, string>> = { ipv4: 'ipv6', ipv6: 'ipv4' };

/** The name under which commander, and the quick reader after it, hands a value over: `seqTimeout`. */
export function attributeName({ long }: RunOption): string {
  return long.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether an option may have this value, offered or not. */
export function takes({ choices, silent = [] }: RunOption, value: string): boolean {
  return choices === undefined || choices.includes(value) || silent.includes(value);
}
