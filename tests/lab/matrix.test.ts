import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACCEPT, door, OPTIONS, REMOVE } from './support/doors.ts';
import { freshEngine, open, patient, sequence, stockRequest } from './support/knocking.ts';
import { type Firewall, Lab, SERVER } from './support/lab.ts';

const lab = Lab.current();
const families = [
  ['IPv4', SERVER.clean4],
  ['IPv6', SERVER.clean6],
] as const;
const firewalls: readonly Firewall[] = ['drop', 'reject', 'drop-all'];

/** What a person types, and the lines of the door that it opens. */
const doors = {
  'tcp knocks': ['7000 8000 9000', { tcpflags: 'syn' }],
  'udp knocks': ['7000:udp 8000:udp 9000:udp', {}],
  'mixed knocks': ['7000:udp 8000 9000:udp 7500', { tcpflags: 'syn' }],
  'ten knocks': ['7001 7002:udp 7003 7004:udp 7005 7006:udp 7007 7008:udp 7009 7010:udp', { tcpflags: 'syn' }],
  'a door without tcpflags': ['7000 8000 9000', {}],
} as const satisfies Record<string, readonly [string, Readonly<Record<string, string>>]>;

afterAll(() => lab.stopKnockd());

describe.each(families)('over %s', (_, host) => {
  describe.each(firewalls)('behind a firewall that says %s', (firewall) => {
    beforeEach(() => lab.firewall(firewall));

    it.each(Object.entries(doors))('%s open the door at the first attempt', async (_name, [typed, lines]) => {
      const ports = typed.replaceAll(' ', ',');
      await lab.knockd(OPTIONS + door('door', { sequence: ports, seq_timeout: '5', ...lines, ...ACCEPT }));
      const { outcome, events } = await open(patient(stockRequest({ host, steps: sequence(typed), otherSteps: [] })));
      expect(outcome).toMatchObject({ result: 'open', alreadyOpen: false });
      expect(events.filter(({ type }) => type === 'attempt')).toHaveLength(1);
    });

    it('a timed door opens, and shuts by itself', async () => {
      const times = { start_command: ACCEPT.command, start_command_6: ACCEPT.command_6, cmd_timeout: '1' };
      const stop = { stop_command: REMOVE.command, stop_command_6: REMOVE.command_6 };
      await lab.knockd(OPTIONS + door('timed', { sequence: '7000,8000,9000', seq_timeout: '5', ...times, ...stop }));
      const deps = freshEngine();
      const request = stockRequest({ host, otherSteps: [] });
      expect((await open(request, deps)).outcome).toMatchObject({ result: 'open', alreadyOpen: false });
      await expect
        .poll(() => lab.server(host === SERVER.clean6 ? 'ip6tables' : 'iptables', '-S', 'INPUT'), { timeout: 10_000 })
        .not.toContain('--dport 22 -j ACCEPT');
      expect((await open(request, deps)).outcome).toMatchObject({ result: 'open', alreadyOpen: false });
    });
  });
});

describe('one-time sequences', () => {
  it('open once each, in the order of the list', async () => {
    await lab.firewall('drop');
    const list = join(lab.folder, 'one-time');
    writeFileSync(list, ' 7101,7102,7103\n 7201,7202,7203\n 7301,7302,7303\n');
    await lab.knockd(
      OPTIONS + door('once', { one_time_sequences: list, seq_timeout: '2', tcpflags: 'syn', ...ACCEPT }),
    );
    const deps = freshEngine();
    const request = (typed: string) =>
      stockRequest({ steps: sequence(typed), otherSteps: [], seqTimeoutS: 2, retries: 0 });
    const opens = (typed: string) => open(patient(request(typed)), deps);
    const shut = () => lab.firewall('drop');
    expect((await opens('7101 7102 7103')).outcome).toMatchObject({ result: 'open' });
    await shut();
    expect((await open(request('7101 7102 7103'), deps)).outcome).toMatchObject({ result: 'not-open' });
    expect((await opens('7201 7202 7203')).outcome).toMatchObject({ result: 'open' });
  });
});

describe('staged rules without a daemon, as MikroTik and iptables have them', () => {
  beforeAll(async () => {
    await lab.stopKnockd();
    await lab.firewall('open');
    const stage = (port: number, after: string | null, name: string) => [
      ...['-A', 'INPUT', '-p', 'tcp', '--dport', String(port)],
      ...(after === null ? [] : ['-m', 'recent', '--name', after, '--rcheck', '--seconds', '2']),
      ...['-m', 'recent', '--name', name, '--set', '-j', 'DROP'],
    ];
    const ssh = ['-A', 'INPUT', '-p', 'tcp', '--dport', '22'];
    await lab.server(
      'iptables',
      ...ssh,
      '-m',
      'recent',
      '--name',
      'open',
      '--rcheck',
      '--seconds',
      '60',
      '-j',
      'ACCEPT',
    );
    await lab.server('iptables', ...stage(9000, 'second', 'open'));
    await lab.server('iptables', ...stage(8000, 'first', 'second'));
    await lab.server('iptables', ...stage(7000, null, 'first'));
    await lab.server('iptables', ...ssh, '-j', 'DROP');
  });

  const request = { serverKind: 'other', otherSteps: [], seqTimeoutS: 2 } as const;

  it('stay shut for the sequence in another order', async () => {
    const { outcome } = await open(stockRequest({ ...request, steps: sequence('9000 8000 7000'), retries: 0 }));
    expect(outcome).toMatchObject({ result: 'not-open', door: 'silent' });
    await sleep(2500);
  });

  it('open for half a second between the knocks', async () => {
    const { outcome } = await open(patient(stockRequest({ ...request, gapMs: 500 })));
    expect(outcome).toMatchObject({ result: 'open', alreadyOpen: false });
  });
});
