import * as v from 'valibot';
import { readJson } from './json-lines.ts';
import { knockCommandsOf } from './knock-command.ts';
import { isKnockOnPorts } from './knock-on-ports.ts';
import { linesOf, withoutBom } from './lines.ts';
import { isProfileDocument } from './profile-document.ts';

/** What Toctoc can import. */
export const IMPORT_FORMATS = [
  'toctoc',
  'toctoc-sealed',
  'knockd-conf',
  'knock-command',
  'ssh-config',
  'registry',
  'session-file',
  'port-knock-list',
  'knock-on-ports',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The name in a file that was sealed with a passphrase. */
export const SEALED_FORMAT = 'toctoc-sealed';

/** A line that only this format has; formats are tried in this order. */
const SIGNS: readonly (readonly [ImportFormat, (line: string) => boolean])[] = [
  ['registry', (line) => /^(?:Windows Registry Editor|REGEDIT4|\[?HKEY_)/.test(line)],
  [
    'knockd-conf',
    (line) => /^\s*(?:sequence|one_time_sequences|usesyslog|start_command|seq_timeout)\s*(?:=|$)/i.test(line),
  ],
  ['session-file', (line) => /^(?:HostName|PortNumber|PortKnocking|Protocol|TerminalType)(?:=|\\.*\\$)/.test(line)],
  [
    'ssh-config',
    // In small letters "host" also begins a sentence.
    (line) =>
      /^\s*(?:Host|HOST|Match|MATCH|Include|INCLUDE)(?:\s+|\s*=\s*)\S/.test(line) ||
      /^\s*(?:hostname|identityfile|proxycommand|proxyjump)(?:\s+|\s*=\s*)\S+\s*$/i.test(line),
  ],
  ['port-knock-list', (line) => /^[^;]*;[^;]+;\s*(?:tcp|udp)\s*;\s*\d+/i.test(line)],
  ['knock-command', (line) => knockCommandsOf(line).length > 0],
  ['knockd-conf', (line) => /^\s*\[.+\]\s*$/.test(line)],
];
/** Lines that are looked at: the signs of a format are near its beginning, comments may come first. */
const LOOKED_AT = 2000;

/** Which format a text is in, by what stands in it and not by its name; `null` when none is recognised. */
export function sniff(text: string): ImportFormat | null {
  const plain = withoutBom(text);
  if (/^\s*[[{]/.test(plain)) {
    const json = sniffJson(plain);
    if (json !== null) return json;
  }
  const lines = linesOf(plain.slice(0, 200_000)).slice(0, LOOKED_AT);
  for (const [format, isSign] of SIGNS) {
    if (lines.some(({ text: line }) => !/^\s*#/.test(line) && isSign(line))) return format;
  }
  return null;
}

function sniffJson(text: string): ImportFormat | null {
  const json = readJson(text);
  // What was cut off still says what it was.
  if (!json.ok) {
    if (text.includes(`"${SEALED_FORMAT}"`)) return 'toctoc-sealed';
    if (/"steps"/.test(text)) return 'knock-on-ports';
    return /^\s*(?:\{|\[\s*\{)/.test(text) ? 'toctoc' : null;
  }
  if (isProfileDocument(json.value)) return 'toctoc';
  if (isKnockOnPorts(json.value)) return 'knock-on-ports';
  return v.is(v.object({ format: v.literal(SEALED_FORMAT) }), json.value) ? 'toctoc-sealed' : null;
}
