import type { CommandWord, Placeholder } from '../../shared/model/command-line.ts';
import { checkCommand } from '../../shared/model/launch.ts';
import { fail, ok, type Problem, type Result } from '../../shared/result.ts';
import { oneLine } from '../../shared/text/one-line.ts';
import { type LaunchSource, launchProblems, portOf } from './checks.ts';
import { linkHost } from './links.ts';

/** A custom command, filled in: the program as the person wrote it, still to be found, and one element per argument. */
export interface FilledCommand {
  readonly program: string;
  readonly argv: readonly string[];
}

const field = 'launch.command';

/** After `scheme://` a value is part of a link, and written as links are. */
function inLink(name: Placeholder, value: string): string {
  if (name === 'host' || name === 'address') return linkHost(value);
  return encodeURIComponent(value);
}

function fillWord(word: CommandWord, values: Readonly<Record<Placeholder, string>>): Result<string> {
  const [only] = word;
  if (word.length === 1 && typeof only === 'object' && values[only.placeholder].startsWith('-')) {
    return fail({ code: 'command-value-option', field, params: { placeholder: `{${only.placeholder}}` } });
  }
  let text = '';
  for (const part of word) {
    if (typeof part === 'string') text += part;
    else {
      const value = values[part.placeholder];
      text += /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? inLink(part.placeholder, value) : value;
    }
  }
  return ok(text);
}

/**
 * Fills a profile's custom command. It was split before, so no value can become two arguments, and none that stands
 * alone may begin with a hyphen.
 *
 * @param address the very address that was knocked
 */
export function fillCommand(source: LaunchSource, address: string): Result<FilledCommand> {
  const { launch } = source;
  const words = checkCommand(launch);
  const wrong: readonly Problem[] = words.ok ? [] : words.problems.map((problem) => ({ ...problem, field }));
  const [first, ...rest] = [...launchProblems(source, address), ...wrong];
  if (first !== undefined || !words.ok) return fail(first ?? { code: 'command-empty', field }, ...rest);
  const values: Readonly<Record<Placeholder, string>> = {
    host: source.host,
    address,
    port: String(portOf(source)),
    user: launch.user,
    key: launch.identityFile,
    name: oneLine(source.name),
  };
  const filled: string[] = [];
  for (const word of words.value) {
    const text = fillWord(word, values);
    if (!text.ok) return text;
    filled.push(text.value);
  }
  const [program = '', ...argv] = filled;
  return ok({ program, argv });
}
