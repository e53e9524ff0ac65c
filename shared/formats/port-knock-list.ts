import * as v from 'valibot';
import { HostSchema } from '../model/host.ts';
import { type Knock, MAX_PAYLOAD_BYTES } from '../model/sequence.ts';
import { type Candidate, type FormatNote, type Parsed, problemAt, remarkAt } from './candidate.ts';
import { linesOf } from './lines.ts';
import { breath, type Steps } from './steps.ts';

/** Port Knock has four rows of knocks. */
const MAX_ROWS = 4;
/** The tool was made for MikroTik routers, whose rules want about half a second between two knocks (ms). */
const MIKROTIK_GAP_MS = 500;

/**
 * Greg Sowell's Port Knock for Windows: `config.txt`, a server a line, `Desc;IP;TYPE;Port;Text` with up to four triples of
 * TYPE, Port and Text. The tool's source is not public: this follows its file as it was seen, and is lenient where the
 * file says less (a last Text that is missing, rows that were left empty).
 */
export function* parsePortKnockList(text: string): Steps<Parsed> {
  const candidates: Candidate[] = [];
  const notes: FormatNote[] = [];
  const lines = linesOf(text);
  for (const { number, text: line } of lines) {
    yield* breath('lines', number, lines.length);
    if (line.trim() === '') continue;
    const [name = '', host = '', ...rest] = line.split(';');
    const rows = Math.ceil(rest.length / 3);
    const parsed = v.safeParse(HostSchema, host);
    if (rest.length < 2 || rows > MAX_ROWS + 1 || rest.slice(3 * MAX_ROWS).some((field) => field.trim() !== '')) {
      notes.push(problemAt(number, { code: 'list-fields' }));
      continue;
    }
    if (!parsed.success) {
      notes.push(problemAt(number, { code: 'import-host-bad', params: { host: host.slice(0, 100) } }));
      continue;
    }
    const sequence: Knock[] = [];
    let bad = 0;
    for (let row = 0; row < Math.min(rows, MAX_ROWS); row++) {
      const [type = '', port = '', payload = ''] = rest.slice(3 * row, 3 * row + 3);
      if (type.trim() === '' || port.trim() === '') continue;
      const knock = knockOf(type.trim().toLowerCase(), port.trim(), payload);
      if (knock === null) bad ||= row + 1;
      else sequence.push(knock);
      if (knock?.protocol === 'tcp' && payload.trim() !== '') {
        notes.push(remarkAt(number, { code: 'list-text-tcp', params: { index: row + 1 } }));
      }
    }
    if (bad > 0 || sequence.length === 0) {
      notes.push(problemAt(number, bad > 0 ? { code: 'list-type', params: { index: bad } } : { code: 'list-fields' }));
      continue;
    }
    const said = { sequence, gapMs: MIKROTIK_GAP_MS };
    candidates.push({ line: number, name: name.trim() || parsed.output, host: parsed.output, said });
  }
  return { candidates, notes };
}

function knockOf(type: string, portText: string, text: string): Knock | null {
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : 0;
  if (port < 1 || port > 65_535 || (type !== 'tcp' && type !== 'udp')) return null;
  if (type === 'tcp' || text === '' || text.length > MAX_PAYLOAD_BYTES / 4)
    return { kind: 'knock', port, protocol: type };
  return { kind: 'knock', port, protocol: 'udp', payload: { encoding: 'text', value: text } };
}
