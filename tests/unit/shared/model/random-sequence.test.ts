import { describe, expect, it } from 'vitest';
import {
  EPHEMERAL_FROM,
  isScan,
  isServicePort,
  randomSequence,
  sequenceBits,
  TUTORIAL_PORTS,
} from '../../../../shared/model/random-sequence.ts';
import { parseSequence } from '../../../../shared/model/sequence.ts';

const random = (words: Uint32Array<ArrayBuffer>) => crypto.getRandomValues(words);

function steps(text: string) {
  const parsed = parseSequence(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

describe('a random sequence', () => {
  it('knocks where nothing well known listens, far from its own ports and the avoided ones', () => {
    for (let n = 0; n < 300; n++) {
      const ports = randomSequence(4, random, [22, 20_000]).map(({ port }) => port);
      for (const [at, port] of ports.entries()) {
        expect(port).toBeGreaterThan(1024);
        expect(port).toBeLessThan(EPHEMERAL_FROM);
        expect(isServicePort(port)).toBe(false);
        expect(TUTORIAL_PORTS.has(port)).toBe(false);
        for (const other of [...ports.slice(at + 1), 20_000]) expect(Math.abs(port - other)).toBeGreaterThanOrEqual(16);
      }
    }
  });

  it('mixes tcp and udp, and neither rises nor falls all the way', () => {
    for (let n = 0; n < 300; n++) {
      const knocks = randomSequence(3, random);
      expect(new Set(knocks.map(({ protocol }) => protocol)).size).toBe(2);
      expect(isScan(knocks)).toBe(false);
    }
  });

  it('takes every port equally often, by throwing away what does not divide evenly', () => {
    const given = [0xffff_ffff, 5, 0, 700, 1, 90, 0, 7];
    const scripted = (words: Uint32Array<ArrayBuffer>) => {
      words[0] = given.shift() ?? 0;
      return words;
    };
    const [first] = randomSequence(1, scripted);
    const [same] = randomSequence(1, (words) => words.fill(words.length === 1 ? 5 : 0));
    expect(first?.port).toBe(same?.port);
  });

  it('says how much chance is in it', () => {
    expect(sequenceBits(4)).toBeGreaterThanOrEqual(61);
    expect(sequenceBits(4)).toBeLessThanOrEqual(4 * 16);
    expect(sequenceBits(3)).toBeLessThan(sequenceBits(4));
  });

  it.each([
    ['7000 8000 9000', true],
    ['9000 8000 7000', true],
    ['7000 9000 8000', false],
    ['7000 7000 8000', false],
    ['7000 8000', false],
  ])('a scan knocks %s by itself: %s', (text, scan) => {
    expect(isScan(steps(text))).toBe(scan);
  });

  it.each([22, 80, 443, 3306, 8080])('port %i is a service’s', (port) => {
    expect(isServicePort(port)).toBe(true);
  });
});
