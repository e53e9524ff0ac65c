import { describe, expect, it } from 'vitest';
import { noted, redone, startHistory, undone } from '../../../renderer/features/sequence/text-history.ts';

const typed = (...texts: readonly string[]) =>
  texts.reduce((history, text) => noted(history, text, 'typed'), startHistory(''));

describe('what was typed', () => {
  it('is taken back word by word', () => {
    const history = typed('7', '70', '70 ', '70 8', '70 80');
    expect(undone(history).present).toBe('70 ');
    expect(undone(undone(history)).present).toBe('70');
    expect(undone(undone(undone(history))).present).toBe('');
  });

  it('is there again after a redo, until something else is typed', () => {
    const back = undone(typed('7', '7 ', '7 8'));
    expect(redone(back).present).toBe('7 8');
    expect(redone(noted(back, '7 9', 'typed')).present).toBe('7 9');
  });
});

describe('a change in one go', () => {
  it('is one step, also between letters', () => {
    const moved = noted(typed('1', '1 ', '1 2'), '2 1', 'set');
    expect(undone(moved).present).toBe('1 2');
    expect(undone(noted(noted(moved, '2 13', 'typed'), '2 134', 'typed')).present).toBe('2 1');
  });

  it('that changes nothing is none, and there is nothing before the beginning', () => {
    const start = startHistory('a');
    expect(noted(start, 'a', 'set')).toBe(start);
    expect(undone(start)).toBe(start);
    expect(redone(start)).toBe(start);
  });

  it('is not kept for ever', () => {
    let history = startHistory('0');
    for (let at = 1; at <= 1000; at += 1) history = noted(history, String(at), 'set');
    expect(history.past).toHaveLength(200);
  });
});
