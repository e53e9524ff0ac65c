import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandedPiece, type Session, terminalStart } from '../../../electron/launch/terminals/terminal.ts';
import { WINDOWS_TERMINALS } from '../../../electron/launch/terminals/windows.ts';
import { asProgramsRead, asWindowsTerminalReads } from './windows-terminal.ts';

function argvFor(id: string, session: Partial<Session> = {}): readonly string[] {
  const [variant] = WINDOWS_TERMINALS.find((terminal) => terminal.id === id)?.variants ?? [];
  if (variant === undefined) throw new Error(`no ${id}`);
  return terminalStart(variant, { title: 'Toctoc: Büro', profile: '', command: ['C:\\ssh.exe', 'server'], ...session })
    .argv;
}

it('are these, in this order', () => {
  expect(WINDOWS_TERMINALS.map(({ id }) => id)).toEqual(['windows-terminal', 'console']);
});

it('a console takes the command as it is', () => {
  const command = ['C:\\Program Files\\OpenSSH\\ssh.exe', 'a;b "c"', ''];
  expect(argvFor('console', { command })).toEqual(command);
});

describe('Windows Terminal', () => {
  it.each([
    [{}, ['new-tab', '--title', 'Toctoc: Büro', 'C:\\ssh.exe', 'server']],
    [
      { profile: 'Ubuntu 24.04' },
      ['new-tab', '-p', 'Ubuntu 24.04', '--title', 'Toctoc: Büro', 'C:\\ssh.exe', 'server'],
    ],
    [{ profile: 'a;b', title: 'x; y' }, ['new-tab', '-p', 'a\\;b', '--title', 'x\\; y', 'C:\\ssh.exe', 'server']],
    [{ command: ['s', 'a;b', ';', 'a\\;b'] }, ['new-tab', '--title', 'Toctoc: Büro', 's', 'a\\;b', '\\;', 'a\\\\;b']],
    [{ command: ['s', 'C:\\my keys\\'] }, ['new-tab', '--title', 'Toctoc: Büro', 's', 'C:\\my keys\\\\']],
    [
      { command: ['s', 'C:\\keys\\', 'a"b', ''] },
      ['new-tab', '--title', 'Toctoc: Büro', 's', 'C:\\keys\\', 'a\\"b', '""'],
    ],
  ] satisfies [Partial<Session>, readonly string[]][])('%j', (session, argv) => {
    expect(argvFor('windows-terminal', session)).toEqual(argv);
  });

  it('hands over every argument, as one command, whatever is in it', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
      fc.stringMatching(/^[a"\\; ]{0,8}$/),
      fc.constantFrom('ü ö', '%PATH%', '^&|<>', '--help', 'a\\;', ';;', '\\\\"'),
    );
    const title = fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).map((text) => `Toctoc: ${text}`);
    fc.assert(
      fc.property(fc.array(word), title, (rest, name) => {
        const command = ['C:\\OpenSSH\\ssh.exe', ...rest];
        const read = asWindowsTerminalReads(argvFor('windows-terminal', { command, title: name, profile: 'P' }));
        expect(read.commands).toBe(1);
        expect(read.options).toEqual(['new-tab', '-p', 'P', '--title', name]);
        expect(asProgramsRead(read.line)).toEqual(command);
      }),
      { numRuns: 3000 },
    );
  });
});

it.each([
  [['ssh', '%PATH%'], '%PATH%'],
  [['ssh', 'IdentityFile="C:\\\\%%PATH%%"'], '%PATH%'],
  [['ssh', 'C:\\%=C:%\\key'], '%=C:%'],
  [['ssh', 'HostName=fe80::1%%12', 'a%', 'b%'], null],
])('%j would be replaced: %j', (command, piece) => {
  expect(expandedPiece(command, '%NAME%')).toBe(piece);
});

it.each([
  [['ssh', '/k/$HOME'], '$HOME'],
  [['ssh', '$(x) $1 $', '%PATH%'], null],
])('%j would be replaced by Konsole: %j', (command, piece) => {
  expect(expandedPiece(command, '$NAME')).toBe(piece);
});
