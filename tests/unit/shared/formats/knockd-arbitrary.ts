import fc from 'fast-check';

const word = fc.constantFrom(
  ...[
    '[options]',
    '[Options]',
    '[a]',
    '[openSSH]',
    '[closeSSH]',
    '[]',
    '[',
    ']',
    '[ a ]',
    'UseSyslog',
    'usesyslog = 1',
  ],
  ...[
    'LogFile = /dev/null',
    'Interface = lo',
    'PidFile=/dev/null',
    'sequence',
    'port = 22',
    '# comment',
    '   # x',
    '; x',
  ],
  ...[
    'tcpflags = syn',
    'tcpflags = syn,ack',
    'TCPFLAGS=!syn',
    'tcpflags = syn, ack',
    'tcpflags =',
    'tcpflags = SYN,!fin',
  ],
  ...['seq_timeout = 5', 'SEQ_TIMEOUT=', 'timeout = -1', 'cmd_timeout = 10', 'cmd_timeout = 1h', 'target = 127.0.0.1'],
  ...[
    'command = true',
    'start_command = true',
    'stop_command=true',
    'command_6 = true',
    'start_command_6=',
    'stop_command_6 = x',
  ],
  ...['', '  ', '\t', '= x', 'x = ', 'one = two = three'],
);
const entry = fc.oneof(
  fc.integer({ min: -5, max: 70_005 }).map(String),
  fc.constantFrom(
    '7000:tcp',
    '7000:UDP',
    ' 8000 : udp ',
    '1:tcp:x',
    '1:',
    ':',
    '',
    '!7',
    '7-9',
    '99999999999999999999',
    '+5',
    '1:sctp',
    '0x10',
  ),
);
const sequenceLine = fc
  .tuple(fc.constantFrom('sequence=', ' Sequence = ', 'SEQUENCE\t='), fc.array(entry, { maxLength: 34 }))
  .map(([key, entries]) => key + entries.join(','));

/** A well-behaved door, so that files are not all refused at their first line. */
const door = fc
  .tuple(
    fc.constantFrom('[x]', '[openSSH]', '[Options ]'),
    fc.array(fc.integer({ min: 1, max: 65_535 }), { minLength: 1, maxLength: 32 }),
  )
  .map(([name, ports]) => `${name}\nsequence = ${ports.join(',')}`);

/** What may stand in a knockd.conf, well made or not. */
export const knockdText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof({ weight: 4, arbitrary: door }, { weight: 2, arbitrary: sequenceLine }, { weight: 3, arbitrary: word }),
      {
        maxLength: 8,
      },
    ),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '', '', '', '', '', '\uFEFF'),
  )
  .map(([lines, end, mark]) => mark + lines.join('\n').replaceAll('\n', end) + end);
