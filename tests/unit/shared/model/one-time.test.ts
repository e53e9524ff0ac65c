import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { formatOneTimeList, parseOneTimeList } from '../../../../shared/formats/one-time-list.ts';
import { countLines, generateList, OneTimeSchema } from '../../../../shared/model/one-time.ts';
import { steps } from '../../../fakes/profiles.ts';

const random = (words: Uint32Array<ArrayBuffer>) => crypto.getRandomValues(words);
const read = (text: string) => {
  const list = parseOneTimeList(text);
  if (!list.ok) throw new Error(JSON.stringify(list.problems));
  return list.value;
};
const problems = (text: string) => {
  const list = parseOneTimeList(text);
  return list.ok ? [] : list.problems;
};

describe('a list as knockd keeps it', () => {
  it('is read with its used lines in front', () => {
    const list = read('# my list, 2026\n#1001,1002:udp,1003\n\n 2001, 2002:UDP ,2003:tcp\r\n 3001,3002\n');
    expect(list.position).toBe(1);
    expect(list.sequences).toEqual([steps('1001 1002:udp 1003'), steps('2001 2002:udp 2003'), steps('3001 3002')]);
    expect(countLines(list)).toEqual({ left: 2, total: 3 });
  });

  it('leaves out what a # at another place says: a comment, or a line that is out of turn', () => {
    expect(read('# 1001,1002\n#notes\n 2001,2002\n#3001,3002\n 4001,4002\n').sequences).toHaveLength(2);
  });

  it('is written for the server from the next line on, each behind a space', () => {
    expect(formatOneTimeList(read('#1001,1002\n 2001,2002:udp\n 3001,3002\n'))).toBe(' 2001,2002:udp\n 3001,3002\n');
  });

  it('comes back as it was written', () => {
    const list = generateList(50, 4, random, [22]);
    expect(read(formatOneTimeList(list))).toEqual(list);
  });

  it.each([
    ['', [{ code: 'one-time-empty' }]],
    ['#1001,1002\n', [{ code: 'one-time-empty' }]],
    ['1001,,1002', [{ code: 'one-time-line', params: { line: 1 } }]],
    [' 1001\n0,5\n 70000,1\n', [2, 3].map((line) => ({ code: 'one-time-line', params: { line } }))],
    ['\0\0', [{ code: 'one-time-line', params: { line: 1 } }]],
    [Array(33).fill('1').join(), [{ code: 'one-time-line', params: { line: 1 } }]],
    [' 1,2\n'.repeat(1001), [{ code: 'one-time-long', params: { max: 1000 } }]],
    ['x'.repeat(600_000), [{ code: 'one-time-long', params: { max: 1000 } }]],
  ])('is refused where it is none (%#)', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

describe('a generated list', () => {
  it('has lines that share no port with the one before', () => {
    const { sequences } = generateList(100, 4, random, [22]);
    const ports = sequences.map((line) => line.flatMap((step) => (step.kind === 'knock' ? [step.port] : [])));
    for (const [at, line] of ports.entries()) expect(line.filter((port) => ports[at + 1]?.includes(port))).toEqual([]);
  });

  it.each([-1, 3, 0.5])('cannot stand at line %d of two', (position) => {
    const { sequences } = generateList(2, 3, random, []);
    expect(v.safeParse(OneTimeSchema, { sequences, position }).issues?.[0]?.message).toBe('one-time-position');
    expect(v.is(OneTimeSchema, { sequences, position: 2 })).toBe(true);
  });
});
