import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A class that the build made of one in a component's style sheet: `_card_1abcd_12`. */
const CLASS = /\._([A-Za-z][\w-]*?)_([\w-]{5,6})_(\d+)/g;

/**
 * Every class of every component's style sheet, as the build named them. A component has its own sheet, and its states
 * that look different have classes in it: what no screen of the gallery draws, nobody has looked at.
 *
 * @param assets folder of the built sheets
 */
export function builtClasses(assets: string): ReadonlySet<string> {
  const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'));
  const texts = sheets.map((name) => readFileSync(join(assets, name), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(CLASS)].map(([name]) => name.slice(1))));
}
