import { parseSshOptions } from '../../../shared/model/ssh-options.ts';
import { shellQuote } from '../shell-quote.ts';
import { configQuote } from './config-quote.ts';

/** A line of a `Host` section. */
export type ConfigLine = readonly [keyword: string, value: string];

/** Extra options as lines of a configuration, and those that are for the command line only, as arguments. */
export interface OptionLines {
  readonly lines: readonly ConfigLine[];
  readonly leftOut: readonly string[];
}

/** What an option without a value sets (ssh(1), and `main` of OpenSSH's ssh.c). */
const FLAGS: Readonly<Record<string, readonly ConfigLine[]>> = {
  '-4': [['AddressFamily', 'inet']],
  '-6': [['AddressFamily', 'inet6']],
  '-A': [['ForwardAgent', 'yes']],
  '-a': [['ForwardAgent', 'no']],
  '-C': [['Compression', 'yes']],
  '-g': [['GatewayPorts', 'yes']],
  '-K': [
    ['GSSAPIAuthentication', 'yes'],
    ['GSSAPIDelegateCredentials', 'yes'],
  ],
  '-k': [['GSSAPIDelegateCredentials', 'no']],
  '-q': [['LogLevel', 'QUIET']],
  '-T': [['RequestTTY', 'no']],
  '-X': [['ForwardX11', 'yes']],
  '-x': [['ForwardX11', 'no']],
  '-Y': [
    ['ForwardX11', 'yes'],
    ['ForwardX11Trusted', 'yes'],
  ],
};

/** Options whose value is one word of the configuration, too. */
const VALUED: Readonly<Record<string, string>> = {
  '-b': 'BindAddress',
  '-B': 'BindInterface',
  '-c': 'Ciphers',
  '-D': 'DynamicForward',
  '-e': 'EscapeChar',
  '-L': 'LocalForward',
  '-m': 'MACs',
  '-R': 'RemoteForward',
};

/** Every one of these counts; of all others ssh takes one. */
const COLLECTED: ReadonlySet<string> = new Set(['DynamicForward', 'LocalForward', 'RemoteForward']);

/**
 * Keywords that say what one session does. In a configuration they would hold for scp, rsync and git as well, which
 * bring a command of their own and could not work.
 */
const ONE_SESSION: ReadonlySet<string> = new Set(['remotecommand', 'sessiontype', 'stdinnull']);

/**
 * Extra options of a profile as ssh_config(5) writes them. An option overrides a keyword that `-o` sets, and the last of
 * several counts; of `-o` the first does, as in a configuration.
 */
export function optionLines(options: string): OptionLines {
  const parsed = parseSshOptions(options);
  // What ssh would not be started with is not put into its configuration either.
  if (!parsed.ok) return { lines: [], leftOut: [] };
  const single = new Map<string, string>();
  const collected: ConfigLine[] = [];
  const keywords: ConfigLine[] = [];
  const leftOut: string[] = [];
  const words = parsed.value;
  let asked = 0;
  let verbose = 0;
  for (let at = 0; at < words.length; at += 1) {
    const option = words[at] ?? '';
    const keyword = VALUED[option];
    if (option === '-o') {
      const value = words[++at] ?? '';
      const line = keywordLine(value);
      if (line === null || ONE_SESSION.has(line[0].toLowerCase())) leftOut.push(option, value);
      else keywords.push(line);
    } else if (keyword !== undefined) {
      const value = words[++at] ?? '';
      if (COLLECTED.has(keyword)) collected.push([keyword, forwardValue(keyword, value)]);
      else single.set(keyword, configQuote(value));
    } else if (option === '-t') single.set('RequestTTY', ++asked > 1 ? 'force' : 'yes');
    else if (option === '-v') single.set('LogLevel', `DEBUG${Math.min(++verbose, 3)}`);
    else if (FLAGS[option] === undefined) leftOut.push(option);
    else for (const [name, value] of FLAGS[option]) single.set(name, value);
  }
  return { lines: [...single, ...collected, ...keywords], leftOut };
}

/** Arguments as a shell is given them, for a comment. */
export function asTyped(words: readonly string[]): string {
  return words.map(shellQuote).join(' ');
}

function keywordLine(text: string): ConfigLine | null {
  const [, keyword, value] = /^\s*([A-Za-z0-9]+)(?:\s*=\s*|\s+)(\S.*)$/.exec(text) ?? [];
  return keyword === undefined || value === undefined ? null : [keyword, value];
}

/**
 * `[address:]port:host:port` is two words in a configuration. ssh puts the words together again with a colon, so where
 * they part matters to the reader only: what listens, then where it leads. `-R port` alone is a proxy.
 */
function forwardValue(keyword: string, value: string): string {
  const parts = value.match(/(?:\[[^\]]*\]|[^:])+|(?<=:|^)(?=:|$)/g) ?? [value];
  const leads = parts.length > 2 || parts.some((part) => part.includes('/'));
  if (keyword === 'DynamicForward' || !leads || parts.length < 2) return configQuote(value);
  const listens = parts.length > 3 ? 2 : 1;
  return [parts.slice(0, listens), parts.slice(listens)].map((some) => configQuote(some.join(':'))).join(' ');
}
