import { parseKittyKnocks } from '../../../shared/formats/kitty-knocks.ts';
import { knockCommandsOf, readCommand } from '../../../shared/formats/knock-command.ts';
import { linesOf } from '../../../shared/formats/lines.ts';
import { formatSequence, parseSequence, type Sequence } from '../../../shared/model/sequence.ts';

/** The sequence in one line that was copied from elsewhere; `null`: not in this notation. */
type Notation = (line: string) => Sequence | null;

/** `sequence = 7000,8000:udp` of a knockd.conf. */
const knockdLine: Notation = (line) => {
  const steps = /^\s*sequence\s*=\s*(?<steps>\S.*)$/i.exec(line)?.groups?.['steps'];
  return steps === undefined ? null : parsed(steps);
};

/** `knock host 7000 8000:udp`, or our own `toctoc knock` and `toctoc connect`. */
const knockCommand: Notation = (line) => {
  for (const words of knockCommandsOf(line)) {
    const sequence = readCommand(words).candidate?.said.sequence;
    if (sequence !== undefined && sequence.length > 0) return sequence;
  }
  return null;
};

/** KiTTY's field in a session file (`PortKnocking\7000:tcp, 2:s\`) or in an export of the registry. */
const kittyLine: Notation = (line) => {
  const field = /^\s*"?PortKnocking"?(?:\\|=)"?(?<field>[^\\"]+)/i.exec(line)?.groups?.['field'];
  return field === undefined ? null : parseKittyKnocks(decodeURIComponentSafely(field));
};

/** `Name;host;TCP;7000;text;UDP;8000;text` of Greg Sowell's Port Knock. */
const portKnockLine: Notation = (line) => {
  if (!/^[^;]*;[^;]+;\s*(?:tcp|udp)\s*;\s*\d+/i.test(line)) return null;
  const [, , ...fields] = line.split(';');
  const words: string[] = [];
  for (let at = 0; at + 1 < fields.length; at += 3) {
    const udp = fields[at]?.trim().toLowerCase() === 'udp';
    const text = fields[at + 2]?.trim() ?? '';
    const payload = udp && text !== '' ? `="${text.replace(/["\\]/g, '\\$&')}"` : '';
    words.push(`${fields[at + 1]?.trim()}${udp ? ':udp' : ''}${payload}`);
  }
  return parsed(words.join(' '));
};

/** `7000 -> 8000 → 9000`, `7000 > 8000`, `[7000, 8000]`, `7000|8000`: as people write it in a chat or a script. */
const arrows: Notation = (line) => {
  if (!/->|→|>|\||^\s*[[({]/.test(line)) return null;
  return parsed(line.replace(/[-=]?>|→|\||[[\](){}]/g, ' '));
};

/** KiTTY's field alone: hyphens between the knocks, pauses in parts of a second. */
const kittyField: Notation = (line) =>
  /^[\d\s,;:.a-z-]+$/i.test(line) && /-|\d\.\d+:s/.test(line) ? parseKittyKnocks(line) : null;

const NOTATIONS: readonly Notation[] = [knockdLine, knockCommand, kittyLine, portKnockLine, arrows, kittyField];

/**
 * The sequence in what was copied from elsewhere, as it is typed here: the first line that is in a known notation.
 * `null`: there is none, and it is pasted as it is (which is right for plain words, commas and semicolons).
 */
export function pastedSequence(text: string): string | null {
  const lines = linesOf(text).map((line) => line.text);
  for (const notation of NOTATIONS) {
    for (const line of lines) {
      const sequence = notation(line);
      if (sequence !== null && sequence.length > 0) return formatSequence(sequence);
    }
  }
  return null;
}

function parsed(text: string): Sequence | null {
  const sequence = parseSequence(text);
  return sequence.ok ? sequence.value : null;
}

/** KiTTY writes session files percent-encoded, and not always rightly. */
function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
