import { expect, it } from 'vitest';
import { StatusLine } from '../../../electron/cli/status-line.ts';

function terminal(isTTY: boolean, columns = 20, kind = 'xterm') {
  const written: string[] = [];
  return { line: new StatusLine({ isTTY, columns, write: (text) => written.push(text) }, kind), written };
}

it('a status line is written over, never wraps, and is taken away once', () => {
  const { line, written } = terminal(true);
  line.clear();
  line.show('Line 64 of 128');
  line.show('a line that is longer than the terminal');
  line.clear();
  line.clear();
  expect(written).toEqual(['\r\u001b[KLine 64 of 128', '\r\u001b[Ka line that is long', '\r\u001b[K']);
});

it('a terminal that does not say how wide it is gets the whole line', () => {
  const { line, written } = terminal(true, 0);
  line.show('Line 64 of 128');
  expect(written).toEqual(['\r\u001b[KLine 64 of 128']);
});

it.each([
  ['nobody looks', terminal(false)],
  ['nothing can be erased', terminal(true, 80, 'dumb')],
])('where %s there is none', (_, { line, written }) => {
  expect(line.isSeen).toBe(false);
  line.show('Line 64 of 128');
  line.clear();
  expect(written).toEqual([]);
});
