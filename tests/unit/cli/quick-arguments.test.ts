import { Command } from 'commander';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOptions } from '../../../electron/cli/knock-command.ts';
import { quickArguments } from '../../../electron/cli/quick-arguments.ts';
import { KNOCK_OPTIONS } from '../../../electron/cli/run-options.ts';
import { en } from '../../../shared/text/en.ts';

/** What commander makes of the same words, inside a program as the real one; `null`: it refuses, or shows something. */
async function byCommander(words: readonly string[]) {
  const program = new Command('toctoc').version('0', '-V, --version').exitOverride();
  program.configureOutput({ writeErr: () => {}, writeOut: () => {} });
  let read: unknown = null;
  const command = program.command('knock').argument('[host]').argument('[port...]');
  addOptions(command, en, KNOCK_OPTIONS)
    .option('--tag <tag>')
    .version('0', '-V, --version')
    .action((host: string, ports: readonly string[], options: object) => {
      read = { host, ports, options: { ...options } };
    });
  try {
    await program.parseAsync(['knock', ...words], { from: 'user' });
  } catch {
    return null;
  }
  return read;
}

/** Words that mean something here, among them some that only look like it. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('server', '192.0.2.7', '7000', '8000:udp', '9000/tcp', '-', '--', '', 'é') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('-u', '-4', '-6', '-v', '-uv', '-64', '-vd', '--udp', '--json', '--verbose', '-h', '-V'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('-d', '-d5', '-d=5', '-ud5', '-w22', '-w', '-t', '-r', '--delay=5', '--delay', '-d-5'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['--mode', '--mode=connect', '--mode=full', '--mode=half', '--server', 'knockd', 'other', 'connect', 'full'],
      ...['--seq-timeout', '--seq-timeout=', '--source', '--source=eth0', '--hold=1=2', '--udp=1', '--tag', '--tag=x'],
      ...['--no-udp', '--del', '--wait', '-x', '-1', '-5.5', '--constructor', '--=x'],
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);

describe('the quick reading of a knock', () => {
  it('is what commander reads, whenever there is one', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 7 }), async (words) => {
        const quick = quickArguments(words);
        if (quick === null) return;
        read += 1;
        expect(quick).toEqual(await byCommander(words));
      }),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it.each<readonly [line: string, options: object]>([
    ['server 7000 8000:udp', { delay: '50', mode: 'syn' }],
    ['-d 5 server 7000', { delay: '5' }],
    ['-d5 server 7000', { delay: '5' }],
    ['server 7000 --delay=5 -uv', { delay: '5', udp: true, verbose: true }],
    ['-uvd5 server 7000', { delay: '5', udp: true, verbose: true }],
    ['-w 22 --server knockd --mode full server.example.org 7000', { wait: '22', server: 'knockd', mode: 'full' }],
    ['--seq-timeout 10 --json 192.0.2.7 7000', { seqTimeout: '10', json: true }],
    ['-64 server 7000', { ipv4: true }],
    ['-4 server 7000 --ipv6', { ipv6: true }],
  ])('is made of %s', async (line, options) => {
    const words = line.split(' ');
    const quick = quickArguments(words);
    expect(quick?.options).toMatchObject(options);
    expect(quick).toEqual(await byCommander(words));
  });

  it.each([
    ['-64 server 7000', 'ipv6'],
    ['-4 server 7000 --ipv6', 'ipv4'],
  ])('of the families in %s forgets %s, which came first', (line, first) => {
    expect(quickArguments(line.split(' '))?.options).not.toHaveProperty(first);
  });

  it.each([
    [''],
    ['server'],
    ['--help'],
    ['-V server 7000'],
    ['server 7000 -h'],
    ['server 7000 --tag web'],
    ['server 7000 -d'],
    ['server 7000 --mode half'],
    ['server 7000 --mode constructor'],
    ['server 7000 --no-such-option'],
    ['-- -oProxyCommand=x 7000'],
    ['user@server 7000'],
    ['fe80::1%eth0 7000'],
  ])('is left to commander for “%s”', (line) => {
    expect(quickArguments(line.split(' ').filter((text) => text !== ''))).toBeNull();
  });
});
