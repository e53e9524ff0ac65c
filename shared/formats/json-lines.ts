/** JSON that was read, or the line at which it breaks off. */
export type ReadJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly line: number };

/** Parses JSON; where it is broken, says at which line (1 is the first). */
export function readJson(text: string): ReadJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    // "Unexpected end of JSON input" has no position: it is the end.
    return { ok: false, line: lineAt(text, at === undefined ? text.length : Number(at)) };
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/**
 * The line of every object that begins `depth` brackets deep in a valid JSON text, in order: `[ {` is 2 deep. `JSON.parse`
 * does not tell where a value stood.
 */
export function objectLines(text: string, depth: number): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let level = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) line += 1;
    else if (quoted) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) {
      level += 1;
      if (code === 0x7b && level === depth) lines.push(line);
    } else if (code === 0x7d || code === 0x5d) level -= 1;
  }
  return lines;
}
