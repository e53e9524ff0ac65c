/** A line of a stack: where in our own code, with a line and a column that tell nothing of anybody. */
const FRAME = /^\s+at .*$/;
const QUOTED = /"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|“[^”\n]*”|«[^»\n]*»/g;
/**
 * A host by name or address, or anything else with dots or colons in it. Looked for at the beginning of a word only: from
 * each of its letters, a long word without a dot would take the square of its length.
 */
const NAMED = /(?<![\w-])[\w-]*(?:[.:][\w-]+)+/g;
const DIGITS = /\d+/g;

/** Of a line, and of an error: one that quotes a whole file leaves room for others, and for its own stack. */
const MOST_LETTERS = 1000;
const MOST_LINES = 60;

/**
 * An error's text without what a profile could have put into it. A log is sent to others by people who have not read it
 * to its end: outside of stack lines no digit is left (so no port), nothing quoted, no host, address or path. What is
 * longer than a person would read is cut, after that.
 */
export function redact(text: string): string {
  const lines = text.split('\n');
  // Each by itself: a message of many lines must not push the stack out.
  let [words, frames] = [0, 0];
  const kept = lines.filter((line) => (FRAME.test(line) ? ++frames : ++words) <= MOST_LINES);
  const left = kept.map((line) => (FRAME.test(line) ? codePlace(line) : cut(hide(line))));
  return [...left, ...(kept.length < lines.length ? ['…'] : [])].join('\n');
}

function hide(line: string): string {
  return line.replace(QUOTED, '‹text›').replace(NAMED, '‹name›').replace(DIGITS, '#');
}

function cut(line: string): string {
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line;
}

/** `at name (…/out/main/main.cjs:12:345)`: the folders before ours have the person's name in them. */
function codePlace(line: string): string {
  const place = /([\w.-]+\.[cm]?js):(\d+):(\d+)\)?$/.exec(line);
  return place === null ? '    at …' : `    at ${place[1]}:${place[2]}:${place[3]}`;
}
