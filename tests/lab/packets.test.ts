import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { capture } from './support/capture.ts';
import { STOCK } from './support/doors.ts';
import { open, patient, sequence, stockRequest } from './support/knocking.ts';
import { Lab, SERVER } from './support/lab.ts';

const lab = Lab.current();

afterAll(() => lab.stopKnockd());

/** What the server does with a knock on port 7000: each makes the client's system behave in another way. */
const answers = {
  'no answer (DROP)': ['-p', 'tcp', '--dport', '7000', '-j', 'DROP'],
  'an ICMP error (REJECT)': ['-p', 'tcp', '--dport', '7000', '-j', 'REJECT'],
  'a RST (nothing listens)': null,
  'a SYN-ACK (the port is open)': ['-p', 'tcp', '--dport', '7000', '-j', 'ACCEPT'],
} as const;

describe('exactly one SYN leaves per TCP knock', () => {
  it.each(Object.entries(answers))('when the answer is %s', async (name, rule) => {
    await lab.firewall('open');
    if (rule !== null) await lab.server('iptables', '-I', 'INPUT', ...rule);
    // sshd listens on 22, 8022 and 9022: the knock that meets an open port goes there.
    const port = name.includes('open') ? '9022' : '7000';
    const steps = sequence(`${port} 8000:udp ${Number(port) + 1}`);
    const stop = await capture(lab);
    for (const holdMs of [20, 50, 400]) {
      const door = { ...stockRequest().door, check: false };
      const { outcome } = await open(stockRequest({ host: SERVER.clean4, steps, otherSteps: [], holdMs, door }));
      expect(outcome).toMatchObject({ result: 'sent' });
    }
    // The first retransmission would come after about one second.
    await sleep(2500);
    const packets = await stop();
    expect(packets.filter((packet) => packet === `tcp ${port}`)).toHaveLength(3);
    expect(packets.filter((packet) => packet === 'udp/1 8000')).toHaveLength(3);
    expect(packets.filter((packet) => packet === `tcp ${Number(port) + 1}`)).toHaveLength(3);
  });
});

describe('a check', () => {
  it('is one or two connections to sshd, and each hears the banner', async () => {
    await lab.firewall('drop');
    await lab.knockd(STOCK);
    const before = lab.sshdLog().length;
    await open(patient(stockRequest()));
    await expect.poll(() => lab.sshdLog().slice(before)).toContain('Connection closed by');
    const log = lab.sshdLog().slice(before);
    expect(log.match(/Connection from/g)?.length).toBeLessThanOrEqual(2);
    expect(log).not.toMatch(/Did not receive identification string|banner exchange/);
  });
});
