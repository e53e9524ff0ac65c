import { describe, expect, it } from 'vitest';
import type { Parsed } from '../../../../shared/formats/candidate.ts';
import { parseKnockOnPorts } from '../../../../shared/formats/knock-on-ports.ts';
import { parsePortKnockList } from '../../../../shared/formats/port-knock-list.ts';
import { finish } from '../../../../shared/formats/steps.ts';
import { formatSequence } from '../../../../shared/model/sequence.ts';

const codes = ({ notes }: Parsed) => notes.map(({ line, problem }) => `${line} ${problem.code}`);
const sequences = ({ candidates }: Parsed) =>
  candidates.map(({ line, name, host, said }) => `${line} ${name} ${host} ${formatSequence(said.sequence ?? [])}`);

describe('Port Knock’s config.txt', () => {
  it('gives a server a line, up to four knocks each', () => {
    const text =
      'Office;192.0.2.7;UDP;7000;open sesame;TCP;8000;;UDP;9000;\r\n\r\nHome;home.example.org;tcp;1;;;;;;;;;;\r\n';
    expect(sequences(finish(parsePortKnockList(text)))).toEqual([
      '1 Office 192.0.2.7 7000:udp="open sesame" 8000 9000:udp',
      '3 Home home.example.org 1',
    ]);
    expect(codes(finish(parsePortKnockList(text)))).toEqual([]);
  });

  it.each([
    ['a;b', 'list-fields'],
    ['a;h;TCP;1;x', 'list-text-tcp'],
    ['a;h;ICMP;1;', 'list-type'],
    ['a;h;TCP;0;', 'list-type'],
    ['a;-h;TCP;1;', 'import-host-bad'],
    [`a;h${';TCP;1;'.repeat(5)}`, 'list-fields'],
  ])('names what is wrong with %s', (line, code) => {
    expect(codes(finish(parsePortKnockList(`\n${line}`)))).toEqual([`2 ${code}`]);
  });
});

describe('Knock on Ports’ JSON', () => {
  const entry = (differs: object = {}) => ({
    name: 'Home',
    host: 'home.example.org',
    delay: 300,
    ipv: 'only_ipv6',
    steps: [
      { type: 'tcp', port: 7000 },
      { type: 'udp', port: 8000, content: 'cafe', encoding: 'hex' },
      { type: 'udp', port: 9000, content: 'AP8=', encoding: 'base64' },
      { type: 'udp', port: 9001, content: 'hi', encoding: 'raw' },
    ],
    ...differs,
  });
  const file = (...entries: readonly object[]) => JSON.stringify({ version: 1, sequences: entries }, null, 2);

  it('gives its sequences, with payloads, delay and family', () => {
    const parsed = finish(parseKnockOnPorts(file(entry(), entry({ name: null, ipv: 'prefer_ipv4', delay: null }))));
    expect(parsed.candidates[0]?.said).toMatchObject({ gapMs: 300, family: 'ipv6' });
    expect(parsed.candidates[1]?.said).toMatchObject({ gapMs: 500 });
    expect(sequences(parsed)).toEqual([
      '4 Home home.example.org 7000 8000:udp=0xcafe 9000:udp=0x00ff 9001:udp="hi"',
      '34 home.example.org home.example.org 7000 8000:udp=0xcafe 9000:udp=0x00ff 9001:udp="hi"',
    ]);
  });

  it('reads the old form, a list with numbers in place of names', () => {
    const text = JSON.stringify([
      {
        name: 'Old',
        host: 'h',
        ipv: 3,
        steps: [
          { type: 1, port: 1 },
          { type: 0, port: 2, content: 'ff', encoding: 2 },
        ],
      },
      { name: 'Odd', host: 'h', steps: [{ type: null, port: 3 }] },
    ]);
    const parsed = finish(parseKnockOnPorts(text));
    expect(sequences(parsed)).toEqual(['1 Old h 1 2:udp=0xff', '1 Odd h 3:udp']);
    expect(parsed.candidates[0]?.said.family).toBe('ipv6');
  });

  it.each([
    [entry({ steps: [{ type: 'icmp', icmp_size: 64 }] }), 'kop-icmp'],
    [entry({ steps: [{ type: 'tcp', port: 0 }] }), 'kop-step'],
    [entry({ steps: Array.from({ length: 33 }, () => ({ type: 'tcp', port: 1 })) }), 'kop-step'],
    [entry({ host: 'a b' }), 'import-host-bad'],
    [entry({ steps: 7 }), 'import-entry-damaged'],
  ])('names an entry that cannot be knocked', (bad, code) => {
    const parsed = finish(parseKnockOnPorts(file(bad, entry())));
    expect(codes(parsed)).toEqual([`4 ${code}`]);
    expect(parsed.candidates).toHaveLength(1);
  });

  it('says where a file breaks off', () => {
    const text = file(entry());
    expect(codes(finish(parseKnockOnPorts(text.slice(0, -20))))).toEqual([
      `${text.slice(0, -20).split('\n').length} import-json-broken`,
    ]);
  });
});
