import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseHost } from '../../../electron/cli/host-word.ts';
import { addKnockCommand, addOptions } from '../../../electron/cli/knock-command.ts';
import { type KnockOptions, knockRequest, warnOfSlowness } from '../../../electron/cli/knock-request.ts';
import { en } from '../../../shared/text/en.ts';
import { sentence } from '../../../shared/text/sentence.ts';

/** What commander makes of a command line, with its defaults; knocking is not part of it. */
async function requestOf(...words: readonly string[]) {
  const asked: { host: string; ports: readonly string[]; options: KnockOptions }[] = [];
  const command = addOptions(new Command('knock').argument('<host>').argument('[port...]').exitOverride(), en)
    .option('-w, --wait <port>')
    .configureOutput({ writeErr: () => {} })
    .action((host: string, ports: readonly string[], options: KnockOptions) => {
      asked.push({ host, ports, options });
    });
  await command.parseAsync(words, { from: 'user' });
  const [one] = asked;
  if (one === undefined) throw new Error('nothing was asked');
  return knockRequest(parseHost(one.host), one.ports, one.options);
}

describe('a command line', () => {
  it('has the documented defaults', async () => {
    expect(await requestOf('server', '7000', '8000:udp')).toEqual({
      ok: true,
      value: {
        ...{ host: 'server', family: 'automatic', otherSteps: [], gapMs: 50, holdMs: 50, mode: 'syn', source: '' },
        steps: [
          { kind: 'knock', port: 7000, protocol: 'tcp' },
          { kind: 'knock', port: 8000, protocol: 'udp' },
        ],
        ...{ serverKind: 'other', seqTimeoutS: null, settleMs: 0, retries: null },
        door: { port: 22, check: false, look: true, ssh: false, watchMs: 600, everOpened: true },
      },
    });
  });

  it.each<readonly [words: readonly string[], part: object]>([
    [['-u'], { steps: [{ protocol: 'udp' }] }],
    [['-d', '0'], { gapMs: 0 }],
    [['--delay', '10000'], { gapMs: 10_000 }],
    [['-d5'], { gapMs: 5 }],
    [['-4'], { family: 'ipv4' }],
    [['-6'], { family: 'ipv6' }],
    [['-64'], { family: 'ipv4' }],
    [['-46'], { family: 'ipv6' }],
    [['-w', '8022'], { door: { port: 8022, check: true, ssh: false } }],
    [['-w', '22'], { door: { port: 22, check: true, ssh: true } }],
    [['-t', '100'], { door: { watchMs: 100 } }],
    [['-r', '0'], { retries: 0 }],
    [['-r', '7'], { retries: 7 }],
    [['--seq-timeout', '10'], { seqTimeoutS: 10 }],
    [['--server', 'knockd'], { serverKind: 'knockd' }],
    [['--hold', '400'], { holdMs: 400 }],
    [['--source', 'eth0'], { source: 'eth0' }],
    [['--mode', 'syn'], { mode: 'syn', settleMs: 0 }],
    // The last handshake has its time too before the process ends.
    [['--mode', 'connect'], { mode: 'full', settleMs: 900 }],
    [['--mode', 'full'], { mode: 'full' }],
  ])('%j', async (words, part) => {
    expect(await requestOf(...words, 'server', '7000')).toMatchObject({ ok: true, value: part });
    expect(await requestOf('server', '7000', ...words)).toMatchObject({ ok: true, value: part });
  });
});

describe('wrong usage', () => {
  it.each<readonly [words: readonly string[], code: string, named: string]>([
    [['user@server', '7000'], 'host-characters', ''],
    [['--', '-oProxyCommand=x', '7000'], 'host-leading-dash', ''],
    [['server', 'ssh'], 'port-word', 'ssh'],
    [['server', '0'], 'port-word', '0'],
    [['server', '65536'], 'port-word', '65536'],
    [['server', '7000:icmp'], 'protocol-unknown', '7000:icmp'],
    [['server', '7000', '-d', '600001'], 'option-range', '--delay'],
    [['server', '7000', '-d', 'fast'], 'option-number', 'fast'],
    [['server', '7000', '--hold', '401'], 'option-range', '--hold'],
    [['server', '7000', '--hold', '0'], 'option-range', '--hold'],
    [['server', '7000', '-t', '99'], 'option-range', '--timeout'],
    [['server', '7000', '-r', '-1'], 'option-range', '--retries'],
    [['server', '7000', '-r', '1001'], 'option-range', '--retries'],
    [['server', '7000', '--seq-timeout', '0'], 'option-range', '--seq-timeout'],
    [['server', '7000', '-w', '0'], 'option-range', '--wait'],
    [['server', '7000', '-w', 'ssh'], 'option-number', '--wait'],
  ])('%j is refused: %s', async (words, code, named) => {
    const request = await requestOf(...words);
    expect(request).toMatchObject({ ok: false, problems: [{ code }] });
    const said = request.ok ? '' : sentence(en, request.problems[0]);
    expect(said).toContain(named);
    expect(said).not.toContain('{{');
  });

  it.each([
    [['--server', 'opensshd', 'server', '7000']],
    [['--mode', 'half', 'server', '7000']],
    [['--mode', 'constructor', 'server', '7000']],
    [['--no-such-option', 'server', '7000']],
    [[]],
  ])('%j does not get as far', async (words) => {
    await expect(requestOf(...words)).rejects.toThrow();
  });
});

describe('a sequence that may outlast the server’s memory', () => {
  const said = async (...words: readonly string[]) => {
    const lines: string[] = [];
    const request = await requestOf(...words);
    const error = (line: string) => lines.push(line);
    if (request.ok) warnOfSlowness(request.value, { error }, en);
    return lines;
  };

  it.each([
    [['-d', '3000', 'server', '7000', '8000', '9000'], 'takes 6 s. Many servers forget the first knock after 4 s'],
    [['-d', '2500', '--seq-timeout', '5', 'server', '1', '2', '3'], 'takes 5 s, but the server may forget'],
    [['--mode', 'connect', '--seq-timeout', '3', 'server', '1', '2', '3', '4'], 'takes 2.7 s'],
  ])('%j is warned of in one line', async (words, expected) => {
    const lines = await said(...words);
    expect(lines).toEqual([expect.stringContaining(expected)]);
    expect(lines.join()).toMatch(/^toctoc: [^\n{]+$/);
  });

  it.each([
    [['server', '7000', '8000', '9000']],
    [['-d', '3000', '--seq-timeout', '7', 'server', '7000', '8000', '9000']],
    [['-d', '9000', 'server', '7000']],
  ])('%j is not', async (words) => {
    expect(await said(...words)).toEqual([]);
  });
});

describe('toctoc knock', () => {
  it('offers the two modes', () => {
    const mode = addOptions(new Command(), en).options.find(({ long }) => long === '--mode');
    expect(mode?.argChoices).toEqual(['syn', 'connect']);
  });

  it('takes every option of knock(1)', () => {
    const program = new Command().version('0');
    addKnockCommand(program, () => {}, en);
    const flags = program.commands[0]?.options.flatMap(({ short, long }) => [short, long]);
    for (const flag of [
      '-u',
      '--udp',
      '-d',
      '--delay',
      '-4',
      '--ipv4',
      '-6',
      '--ipv6',
      '-v',
      '--verbose',
      '-V',
      '--version',
    ]) {
      expect(flags).toContain(flag);
    }
  });
});
