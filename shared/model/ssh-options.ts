import { fail, ok, type Problem, type Result } from '../result.ts';
import { splitWords } from './command-line.ts';

/** ssh(1): options without a value that a person may add. */
const FLAGS = /^[46AaCgKkNTtvXxYq]$/;
/** ssh(1): options with a value: forwardings, addresses, ciphers, the escape character, and ssh_config keywords. */
const VALUED = /^[bBcDeLmoR]$/;

/**
 * Keywords of ssh_config(5) that are not to be added here. The first line names what Toctoc itself says (where to, as
 * whom, by which key of the host); the others start programs on this computer, which a profile that somebody sent must
 * not bring along.
 */
const REFUSED: ReadonlySet<string> = new Set([
  ...['host', 'match', 'include', 'hostname', 'hostkeyalias', 'port', 'user'],
  ...['proxycommand', 'proxyjump', 'proxyusefdpass', 'localcommand', 'permitlocalcommand', 'knownhostscommand'],
  ...['pkcs11provider', 'smartcarddevice', 'securitykeyprovider', 'xauthlocation', 'forkafterauthentication'],
]);

const KEYWORD = /^([A-Za-z0-9]+)(?:\s*=\s*|\s+)(\S.*)$/;

function problemWithKeyword(text: string): Problem | null {
  const keyword = KEYWORD.exec(text.trim())?.[1]?.toLowerCase();
  if (keyword === undefined) return { code: 'ssh-option-value', params: { option: `-o ${text}` } };
  return REFUSED.has(keyword) ? { code: 'ssh-option-refused', params: { option: `-o ${text}` } } : null;
}

/**
 * Extra options for ssh, as the person typed them: `-A -L 8080:localhost:80 -o ServerAliveInterval=30`.
 *
 * @returns one element per argument, an option and its value apart; or what is wrong, with the option it is about
 */
export function parseSshOptions(text: string): Result<readonly string[]> {
  const words = splitWords(text);
  if (!words.ok) return words;
  const args: string[] = [];
  let awaiting: string | null = null;
  const take = (option: string, value: string): Problem | null => {
    args.push(option, value);
    if (value === '' || value.startsWith('-')) return { code: 'ssh-option-value', params: { option } };
    return option === '-o' ? problemWithKeyword(value) : null;
  };
  for (const word of words.value) {
    let problem: Problem | null = null;
    if (awaiting !== null) {
      problem = take(awaiting, word);
      awaiting = null;
    } else if (!/^-[A-Za-z0-9]/.test(word)) {
      problem = { code: 'ssh-option-word', params: { option: word } };
    } else {
      for (let at = 1; at < word.length && problem === null && awaiting === null; at += 1) {
        const letter = word.charAt(at);
        if (FLAGS.test(letter)) args.push(`-${letter}`);
        else if (!VALUED.test(letter)) problem = { code: 'ssh-option-refused', params: { option: `-${letter}` } };
        else if (at + 1 === word.length) awaiting = `-${letter}`;
        else {
          problem = take(`-${letter}`, word.slice(at + 1));
          break;
        }
      }
    }
    if (problem !== null) return fail(problem);
  }
  return awaiting === null ? ok(args) : fail({ code: 'ssh-option-value', params: { option: awaiting } });
}
