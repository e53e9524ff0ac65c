import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readKnockdFile } from '../../shared/formats/knockd-grammar.ts';
import { finish } from '../../shared/formats/steps.ts';
import { knockdText } from '../unit/shared/formats/knockd-arbitrary.ts';
import { STOCK } from './support/doors.ts';
import { Lab } from './support/lab.ts';

const lab = Lab.current();
const file = join(lab.folder, 'compared.conf');
const list = join(lab.folder, 'one-time');

/** What a reader makes of a file: nothing, or its doors' sequences. */
type Reading = 'refused' | readonly string[];

/** Starts the real knockd on a file, and ends it as soon as it listens or has given up. */
function realKnockd(text: string): Promise<Reading> {
  writeFileSync(file, text);
  return new Promise((resolve, reject) => {
    // Debug output names every sequence that was read.
    const child = spawn('knockd', ['-c', file, '-i', 'c0', '-v', '-D'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
      if (out.includes('listening on')) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => {
      const sequences = [...out.matchAll(/^config: .*: sequence: (.*)$/gm)].map(([, sequence = '']) => sequence);
      resolve(out.includes('listening on') ? sequences : 'refused');
    });
  });
}

/** What our reader makes of it. knockd's debug output has each `sequence` line; ours has the last of each section. */
function ourReading(text: string): Reading {
  const { doors, refusals } = finish(readKnockdFile(text));
  if (refusals.length > 0) return 'refused';
  return doors.map(({ sequence }) => sequence.map(({ port, protocol }) => `${port}:${protocol}`).join(','));
}

const ports = (count: number) => Array.from({ length: count }, (_, at) => 1000 + at).join(',');
const long = (bytes: number) => `[a]\nsequence=1\ncommand=${'x'.repeat(bytes - 'command='.length)}\n`;

/** Files that somebody may really have, and the edges of the grammar. */
const corpus: Readonly<Record<string, string>> = {
  'the stock doors': STOCK,
  'the stock doors with CRLF': STOCK.replaceAll('\n', '\r\n'),
  'the stock doors with a byte order mark': `\uFEFF${STOCK}`,
  nothing: '',
  'a comment': '# nothing here',
  'no line feed at the end': '[a]\nsequence=1',
  'options only': '[options]\nUseSyslog\nLogFile = /dev/null\nPidFile=/dev/null\nInterface = c0\n',
  'options in capitals': '[Options]\nUseSyslog\n[a]\nsequence=1\n',
  'options with blanks': '[ options ]\nsequence=1\n',
  'UseSyslog with a value': '[options]\nUseSyslog = yes\n',
  'UseSyslog in a door': '[a]\nUseSyslog\nsequence=1\n',
  '32 ports': `[a]\nsequence=${ports(32)}\n`,
  '33 ports': `[a]\nsequence=${ports(33)}\n`,
  'odd ports': '[a]\nsequence=!7000,7000-7005,-1,0x10,+5,007,1e3,-70000,4294967297,99999999999999999999\n',
  'a port above 65535': '[a]\nsequence=1,65536\n',
  'a port far above': '[a]\nsequence=9999999999\n',
  'an empty sequence': '[a]\nsequence =\n',
  'a trailing comma': '[a]\nsequence = 1,2,\n',
  'protocols in all spellings': '[a]\nsequence = 1:TCP, 2 : Udp ,3:tcp:udp,4\n',
  'an unknown protocol': '[a]\nsequence = 1:icmp\n',
  'no protocol behind the colon': '[a]\nsequence = 1:\n',
  'no sequence': '[a]\ncommand = true\n',
  'a key of its own': '[a]\nsequence=1\nport=22\n',
  'a directive before any section': 'sequence=1\n',
  'a section without a name': '[]\n',
  'a comment behind a section': '[a] # x\nsequence=1\n',
  'a semicolon as a comment': '[a]\n; x\nsequence=1\n',
  'a hash behind a value': '[a]\nsequence=1,2 # x\n',
  'every flag': '[a]\nsequence=1\ntcpflags=fin,!syn,rst,!psh,ack,urg\n',
  'a space between flags': '[a]\nsequence=1\ntcpflags=syn, ack\n',
  'no flag': '[a]\nsequence=1\ntcpflags=\n',
  'numbers that are none': '[a]\nsequence=1\nseq_timeout=soon\ncmd_timeout=1h\n',
  'every command':
    '[a]\nsequence=1\nstart_command=a=b\nstart_command_6=b\nstop_command=c\nstop_command_6=d\ncommand=e\ncommand_6=f\n',
  'one-time sequences': `[a]\none_time_sequences=${list}\n`,
  'a target': '[a]\nsequence=1\ntarget=10.77.0.1\n',
  'two sections with one name': '[a]\nsequence=1\n[a]\nsequence=2\n',
  'spaces that only Unicode has': '[a]\n\u00a0sequence=1\n',
  'letters that only Unicode makes capital': '[a]\nſequence=1\n',
  'a section name of 100 letters': `[${'n'.repeat(100)}]\nsequence=1\n`,
  'the longest line': long(4093),
};

describe('our reader and the real knockd', () => {
  afterAll(() => rmSync(file, { force: true }));

  it.each(Object.entries(corpus))('agree on %s', async (name, text) => {
    writeFileSync(list, ' 1,2,3\n');
    const real = await realKnockd(text);
    const ours = ourReading(text);
    // A list's first sequence is read from the server's own file.
    expect(name.includes('one-time') ? [''] : real).toEqual(ours);
    if (name.includes('one-time')) expect(real).toEqual(['1:tcp,2:tcp,3:tcp']);
  });

  it('agree on generated files', async () => {
    let refused = 0;
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(knockdText, async (text) => {
        const real = await realKnockd(text);
        const ours = ourReading(text);
        if (real === 'refused') refused += 1;
        else accepted += 1;
        // Of several `sequence` lines in one section knockd prints all, and keeps the last.
        if (real === 'refused' || ours === 'refused') expect(ours).toBe(real);
        else expect(real).toEqual(expect.arrayContaining([...ours]));
      }),
      { numRuns: 300 },
    );
    // Neither answer alone would prove anything.
    expect(Math.min(refused, accepted)).toBeGreaterThan(30);
  });
});
