import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../shared/result.ts';
import { languages } from '../../shared/text/languages.ts';
import { sentence } from '../../shared/text/sentence.ts';
import { run } from './support/command.ts';
import { Lab } from './support/lab.ts';
import { ended, env, HOME, TOCTOC } from './support/toctoc.ts';

const FAR = '198.51.100.1';
const lab = Lab.current();

/** A network of its own for one command: one interface whose packets leave and reach nobody. */
const NETWORK = [
  'ip link set lo up',
  'ip link add near type veth peer name away',
  'ip addr add 192.0.2.1/24 dev near',
  'ip link set near up',
  'ip link set away up',
];

/** Stands before the system's `connect`: Node, which links to it, hears of an error that no rule of ours knows. */
const ODD_CONNECT = `
#include <errno.h>
int connect(int socket, const void *address, unsigned length) { errno = EIO; return -1; }
`;

/** The words that run the command in such a network, after `setup`. */
function inNetwork(setup: readonly string[], args: readonly string[]): readonly [string, ...string[]] {
  const script = ['set -e', ...NETWORK, ...setup, 'exec "$@"'].join('\n');
  return ['unshare', '--net', 'sh', '-c', script, 'sh', process.execPath, TOCTOC, ...args];
}

/** Runs it there to its end, in a language. */
function alone(setup: readonly string[], args: readonly string[], locale = 'C', environment: NodeJS.ProcessEnv = {}) {
  const [file, ...words] = inNetwork(setup, args);
  return ended(file, words, '', { LC_ALL: locale, ...environment });
}

async function oddConnect(): Promise<string> {
  const [source, library] = [join(lab.folder, 'odd.c'), join(lab.folder, 'odd.so')];
  writeFileSync(source, ODD_CONNECT);
  await run('gcc', '-shared', '-fPIC', '-o', library, source);
  return library;
}

afterAll(() => rmSync(HOME, { recursive: true }));

describe('what was not sent is told, with what to do about it, in the language of the terminal', () => {
  const drops = 'iptables -I OUTPUT -p udp -j DROP';
  const noPorts = 'sysctl -qw net.ipv4.ip_local_port_range="50000 50000"';
  const holder = `${process.execPath} -e "require('dgram').createSocket('udp4').bind(50000)" & until grep -q :C350 /proc/net/udp; do sleep 0.05; done`;
  const killed = 'trap "kill $!" EXIT; "$@"; exit';

  it.each<readonly [problem: Problem, status: number, setup: readonly string[], args: readonly string[]]>([
    [{ code: 'name-lookup-failed', params: { host: 'server.far' } }, 3, [], ['server.far', '7000']],
    [{ code: 'name-not-found', params: { host: 'server..far' } }, 3, [], ['server..far', '7000']],
    [{ code: 'network-unreachable', params: { address: FAR } }, 3, [], [FAR, '7000']],
    [{ code: 'network-unreachable', params: { address: FAR } }, 3, [], ['-u', FAR, '7000']],
    [{ code: 'network-unreachable', params: { address: 'fd99::1' } }, 3, [], ['fd99::1', '7000']],
    [{ code: 'zone-unknown', params: { host: 'fe80::1%nope', zone: 'nope' } }, 3, [], ['fe80::1%nope', '7000']],
    [
      { code: 'network-unreachable', params: { address: FAR } },
      3,
      [`ip route add blackhole ${FAR}`],
      ['--source', 'near', FAR, '7000'],
    ],
    [{ code: 'host-unreachable', params: { address: FAR } }, 3, [`ip route add unreachable ${FAR}`], [FAR, '7000']],
    [{ code: 'send-not-permitted', params: { address: FAR } }, 1, [`ip route add prohibit ${FAR}`], [FAR, '7000']],
    [{ code: 'send-not-permitted', params: { address: '192.0.2.9' } }, 1, [drops], ['192.0.2.9', '7000:udp']],
    [{ code: 'too-many-sockets' }, 1, [noPorts, holder, killed], ['192.0.2.9', '7000:udp']],
  ])('%j', async (problem, status, setup, args) => {
    for (const [locale, language] of [
      ['C', languages.en],
      ['fr_FR.UTF-8', languages.fr],
    ] as const) {
      const told = await alone(setup, ['knock', ...args], locale);
      expect({ ...told, out: told.out.toString() }).toEqual({
        status,
        out: '',
        error: `toctoc: ${sentence(language, problem)}\n`,
      });
    }
  });

  it.each([
    [['--source', '203.0.113.77', '192.0.2.9', '7000'], '--source 203.0.113.77', /leave --source out/],
    [['--source', 'away', '192.0.2.9', '7000'], '--source away', /leave --source out/],
    [['--source', '203.0.113.77', '192.0.2.9', '7000:udp'], '--source 203.0.113.77', /leave --source out/],
    [['-6', '192.0.2.9', '7000'], 'no IPv6 address', /leave -4 and -6 out/],
  ])('a mistake of the command line itself: %j', async (args, named, remedy) => {
    const { status, out, error } = await alone([], ['knock', '-v', ...args]);
    expect({ status, out: out.toString() }).toEqual({ status: 2, out: '' });
    expect(error).toContain(named);
    expect(error).toMatch(remedy);
  });

  it('an error that nobody foresaw is named, and nothing is said to have been sent', async () => {
    const told = await alone([], ['knock', '-v', '192.0.2.9', '7000'], 'C', { LD_PRELOAD: await oddConnect() });
    expect({ ...told, out: told.out.toString() }).toEqual({
      status: 1,
      out: '',
      error: 'toctoc: The knock to 192.0.2.9 was not sent (EIO): try again, and check the network.\n',
    });
  });
});

it('an interrupt ends it at once, also while a silent name server is asked', async () => {
  const silent = 'iptables -I INPUT -p udp --dport 53 -j DROP';
  const [file, ...words] = inNetwork([silent], ['knock', '--json', 'server.far', '7000']);
  const child = spawn(file, words, {
    // Longer than this test may take.
    env: { ...env, RES_OPTIONS: 'timeout:30 attempts:5' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [first] = await once(child.stdout, 'data');
  expect(String(first)).toContain('resolving');
  child.kill('SIGINT');
  // As a shell sees it: 130.
  expect(await once(child, 'exit')).toEqual([null, 'SIGINT']);
});

it('an open door that does not greet is open, and told of', async () => {
  const server = createServer((socket) => socket.end('Exceeded MaxStartups\r\n'));
  await new Promise<void>((listening) => server.listen(22, '127.0.0.1', listening));
  try {
    const { status, out, error } = await ended(process.execPath, [TOCTOC, 'knock', '-w', '22', '127.0.0.1', '7000']);
    expect({ status, out: out.toString() }).toEqual({ status: 0, out: '' });
    expect(error).toMatch(/open, but the server did not greet.*MaxStartups.*Wait/);
  } finally {
    server.close();
  }
});
