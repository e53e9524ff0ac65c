/** A line of a stack: where in our own code, with a line and a column that tell nothing of anybody. */
const FRAME = /^\s+at .*$/;
const QUOTED = /"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|“[^”\n]*”|«[^»\n]*»/g;
/** A host by name or address, or anything else with dots or colons in it. */
const NAMED = /[\w-]*(?:[.:][\w-]+)+/g;
const DIGITS = /\d+/g;

/**
 * An error's text without what a profile could have put into it. A log is sent to others by people who have not read it
 * to its end: outside of stack lines no digit is left (so no port), nothing quoted, no host, address or path.
 */
export function redact(text: string): string {
  return text
    .split('\n')
    .map((line) => (FRAME.test(line) ? codePlace(line) : hide(line)))
    .join('\n');
}

function hide(line: string): string {
  return line.replace(QUOTED, '‹text›').replace(NAMED, '‹name›').replace(DIGITS, '#');
}

/** `at name (…/out/main/main.cjs:12:345)`: the folders before ours have the person's name in them. */
function codePlace(line: string): string {
  const place = /([\w.-]+\.[cm]?js):(\d+):(\d+)\)?$/.exec(line);
  return place === null ? '    at …' : `    at ${place[1]}:${place[2]}:${place[3]}`;
}
