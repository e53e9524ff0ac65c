import { describe, expect, it } from 'vitest';
import { options } from '../../bench/support/options.ts';
import { duel, MARKERS, markdown, writeBetween } from '../../bench/support/table.ts';
import { parsePacket } from '../../bench/support/wire.ts';

const row = (what: string, ours: string) => ({ what, ours, peer: 'theirs', ratio: '1', target: '' });

describe('the table', () => {
  it('sets two series beside each other', () => {
    const made = duel({ what: 'speed', ours: [1, 1, 1], peer: [2, 2, 2], peerName: 'knock', target: '≤ 1' });
    expect(markdown([made]).split('\n').at(-1)).toBe(
      '| speed | 1.00 ms (1.00 to 1.00) | knock: 2.00 ms (2.00 to 2.00) | 0.50 | ≤ 1 |',
    );
  });

  it('says so where every measurement failed, on either side', () => {
    const made = duel({ what: 'speed', ours: [1], peer: [], peerName: 'nc', target: '≤ 1' });
    expect([made.peer, made.ratio]).toEqual(['nc: no valid measurement', '']);
    expect(duel({ ...made, peerName: 'nc', ours: [], peer: [1] }).ours).toBe('no valid measurement');
  });

  it('finds its place, keeps what was not measured again, and leaves the rest of the text alone', () => {
    const empty = `# Title\n\n${MARKERS[0]}\n${MARKERS[1]}\n\nAfter.\n`;
    const once = writeBetween(empty, [row('a', '1'), row('b', '2')]) ?? '';
    const twice = writeBetween(once, [row('c', '3'), row('a', '9')]) ?? '';
    expect(twice).toBe(
      `# Title\n\n${MARKERS[0]}\n\n${markdown([row('a', '9'), row('b', '2'), row('c', '3')])}\n\n${MARKERS[1]}\n\nAfter.\n`,
    );
  });

  it('has no place without its markers', () => {
    expect(writeBetween('# Title\n', [])).toBeNull();
    expect(writeBetween(`${MARKERS[1]}\n${MARKERS[0]}\n`, [])).toBeNull();
  });
});

describe('the command line', () => {
  it('takes names and options in any order', () => {
    expect(options(['gaps', '--runs', '1000', '--write'])).toEqual({
      names: ['gaps'],
      long: false,
      write: true,
      runs: 1000,
    });
  });

  it.each([[['--quick']], [['--runs']], [['--runs', '0']], [['--runs', 'many']]])('refuses %j', (words) => {
    expect(() => options(words)).toThrow();
  });
});

describe("tcpdump's lines", () => {
  it('reads a SYN and a datagram, to the microsecond at least', () => {
    const syn = '1763866012.123456789 IP 10.77.0.1.40312 > 10.77.0.2.7000: Flags [S], seq 1, win 64240, length 0';
    const datagram = '1763866012.123556789 IP 10.77.0.1.4031 > 10.77.0.2.8000: UDP, length 1';
    const [first, second] = [parsePacket(syn), parsePacket(datagram)];
    expect(first).toMatchObject({ to: '10.77.0.2', port: 7000 });
    expect(second).toMatchObject({ to: '10.77.0.2', port: 8000 });
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeCloseTo(0.1, 3);
  });

  it('reads nothing else', () => {
    expect(parsePacket('listening on s0, link-type EN10MB (Ethernet), snapshot length 262144 bytes')).toBeNull();
  });
});
