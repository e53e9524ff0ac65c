/** Our own file, beside the person's configuration. */
export const OWN_FILE = 'toctoc.conf';

const HEADER = `# Written by Toctoc ("Use with ssh" on a profile's page), which takes its parts away again the same way.\n`;
const begin = (id: string) => `# >>> toctoc ${id}\n`;
const end = (id: string) => `# <<< toctoc ${id}\n`;

/** What the configuration gets at its top: above the first `Host`, or it would belong to that. */
export const INCLUDE = `Include ${OWN_FILE}`;
const ADDED = `# Added by Toctoc, which takes these lines away again.\n${INCLUDE}\n\n`;

/** Whether the configuration includes our file already, by whoever's line. */
export function isIncluded(config: string): boolean {
  for (const line of config.split(/\r?\n/)) {
    if (/^\s*(host|match)\b/i.test(line)) return false;
    if (/^\s*include\b[\s=].*\btoctoc\.conf\b/i.test(line)) return true;
  }
  return false;
}

/** Lines end as the person's do. */
function addedTo(config: string): string {
  return config.includes('\r\n') ? ADDED.replaceAll('\n', '\r\n') : ADDED;
}

/**
 * The configuration with our include at its beginning, where ssh reads it for every host; as it is where it has that
 * already.
 */
export function addInclude(config: string): string {
  return isIncluded(config) ? config : `${addedTo(config)}${config}`;
}

/** The configuration without our lines, and otherwise byte by byte as it is. */
export function removeInclude(config: string): string {
  for (const added of [ADDED.replaceAll('\n', '\r\n'), ADDED]) {
    const at = config.indexOf(added);
    if (at === 0 || config.charAt(at - 1) === '\n') return config.slice(0, at) + config.slice(at + added.length);
  }
  return config;
}

/** A profile's part of our file: its alias is the first that the part names. */
export interface OwnPart {
  readonly id: string;
  readonly alias: string;
  readonly block: string;
}

const PART = /^# >>> toctoc ([a-z0-9-]{1,40})\n(.*?)^# <<< toctoc \1\n\n?/gms;

/** The parts of our file, in order. */
export function partsOf(own: string): readonly OwnPart[] {
  return [...own.matchAll(PART)].map(([, id = '', block = '']) => ({
    id,
    alias: /^Host (\S+)/m.exec(block)?.[1] ?? '',
    block,
  }));
}

/** Our file without a profile's part; empty when nothing but the header is left. What a person wrote there stays. */
export function withoutPart(own: string, id: string): string {
  const rest = own.replace(PART, (all, found: string) => (found === id ? '' : all));
  return rest.trim() === HEADER.trim() ? '' : rest;
}

/** Our file with this part: in the place of an older one, or at the end. */
export function withPart(own: string, id: string, block: string): string {
  const part = `${begin(id)}${block}${end(id)}`;
  if (partsOf(own).some((known) => known.id === id)) {
    return own.replace(PART, (all, found: string) =>
      found === id ? `${part}${all.endsWith('\n\n') ? '\n' : ''}` : all,
    );
  }
  const start = own === '' ? HEADER : own.replace(/\n*$/, '\n');
  return `${start}\n${part}`;
}
