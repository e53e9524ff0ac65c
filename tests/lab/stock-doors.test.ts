import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunnerDeps } from '../../electron/knock/runner.ts';
import { STOCK } from './support/doors.ts';
import {
  atFirstKnock,
  close,
  freshEngine,
  open,
  patient,
  sequence,
  stockRequest,
  type Watched,
} from './support/knocking.ts';
import { type Firewall, Lab, SERVER } from './support/lab.ts';

const lab = Lab.current();
const firewalls: readonly Firewall[] = ['drop', 'reject', 'drop-all'];
const families = [
  ['IPv4', SERVER.clean4],
  ['IPv6', SERVER.clean6],
] as const;

afterAll(() => lab.stopKnockd());

describe.each(families)("the tutorial's doors over %s", (_, host) => {
  describe.each(firewalls)('behind a firewall that says %s', (firewall) => {
    beforeEach(async () => {
      await lab.firewall(firewall);
      await lab.knockd(STOCK);
    });

    it('opens at the first attempt, and sshd greets', async () => {
      const { outcome, address, events } = await open(patient(stockRequest({ host })));
      expect(outcome).toMatchObject({ result: 'open', alreadyOpen: false, mute: false });
      expect(outcome).toHaveProperty('banner', expect.stringMatching(/^SSH-2\.0-OpenSSH/));
      expect(address?.address).toBe(host);
      expect(events.filter(({ type }) => type === 'sent')).toHaveLength(3);
    });

    it('finds an open door open, and does not knock again', async () => {
      const deps = freshEngine();
      await open(patient(stockRequest({ host })), deps);
      const { outcome, events } = await open(stockRequest({ host }), deps);
      expect(outcome).toMatchObject({ result: 'open', alreadyOpen: true });
      expect(events.filter(({ type }) => type === 'sent')).toHaveLength(0);
    });

    it('closes it right after opening, and sees it shut', async () => {
      const deps = freshEngine();
      await open(stockRequest({ host }), deps);
      const { outcome } = await close(stockRequest({ host }), deps);
      expect(outcome).toMatchObject({ result: 'closed', verified: true });
      const again = await open(stockRequest({ host }), deps);
      expect(again.outcome).toMatchObject({ result: 'open', alreadyOpen: false });
    });

    it('stays shut for a wrong sequence, and says what it saw', async () => {
      const steps = sequence('7000 8000 9001');
      const { outcome } = await open(stockRequest({ host, steps, retries: 1 }));
      const door = firewall === 'reject' ? 'refused' : 'silent';
      expect(outcome).toEqual({ result: 'not-open', door, attempts: 2, everOpened: true });
    });
  });
});

describe('closing a door that another program has opened', () => {
  /** 600 ms are watched: longer than the first path, shorter than the second. */
  const paths = [
    ['half a second', 250],
    ['0.8 s', 400],
  ] as const;
  const request = stockRequest({ host: SERVER.rough4, seqTimeoutS: 5 });
  const unhurried = { ...request, door: { ...request.door, watchMs: 3000 } };
  const wrong = { ...request, otherSteps: sequence('9000 8000 7001') };

  beforeEach(() => lab.firewall('drop'));
  afterAll(() => lab.path(0, 0, 0));

  it('is not verified where nothing ever answers', async () => {
    await lab.knockd(STOCK);
    await open(stockRequest());
    // Shut before the look: a door that knockd, on a busy machine, has not shut yet would answer it.
    await lab.firewall('drop');
    const deps = freshEngine();
    expect((await close(stockRequest(), deps)).outcome).toMatchObject({ result: 'closed', verified: false });
    expect(deps.memory.unfinishedForMs(SERVER.clean4)).toBeGreaterThan(0);
    expect((await open(stockRequest(), deps)).outcome).toMatchObject({ result: 'open', alreadyOpen: false });
  });

  it.each(paths)('never takes an open door for a shut one, %s away', async (_, delayMs) => {
    await lab.knockd(STOCK, 'rough');
    await lab.path(delayMs, 0, 0);
    expect((await open(unhurried)).outcome).toMatchObject({ result: 'open', alreadyOpen: false });
    const { outcome } = await close(wrong);
    if (delayMs < 300) expect(outcome).toEqual({ result: 'still-open', attempts: 5 });
    else expect(outcome).toMatchObject({ result: 'closed', verified: false });
  });
});

describe('closing a name whose doors stand open over both families', () => {
  const request = stockRequest({ host: SERVER.name });
  const rules = async (tables: string) => (await lab.server(tables, '-S', 'INPUT')).match(/--dport 22 -j ACCEPT/g);
  const where = (run: Watched) => run.events.flatMap((event) => (event.type === 'address' ? [event.address] : []));

  beforeEach(() => lab.firewall('drop'));

  async function openBoth(config: string): Promise<RunnerDeps> {
    await lab.knockd(config);
    const deps = freshEngine();
    for (const [, host] of families)
      expect((await open(patient(stockRequest({ host })), deps)).outcome.result).toBe('open');
    return deps;
  }

  it('closes each, and sees each shut', async () => {
    const deps = await openBoth(STOCK);
    const closed = await close(request, deps);
    expect(closed.outcome).toMatchObject({ result: 'closed', verified: true });
    expect(new Set(where(closed))).toEqual(new Set([SERVER.clean4, SERVER.clean6]));
    expect([await rules('iptables'), await rules('ip6tables')]).toEqual([null, null]);
  });

  it('says that one is still open, though the other one is closed', async () => {
    // A file of old: its close door knows nothing of IPv6.
    const [opening = '', closing = ''] = STOCK.split('[closeSSH]');
    const deps = await openBoth(`${opening}[closeSSH]${closing.replace(/\tcommand_6.*\n/, '')}`);
    expect((await close(request, deps)).outcome).toEqual({ result: 'still-open', attempts: 5 });
    expect([await rules('iptables'), await rules('ip6tables')]).toEqual([null, [expect.anything()]]);
  });
});

describe('what happens on real desks', () => {
  beforeEach(async () => {
    await lab.firewall('drop');
    await lab.knockd(STOCK);
  });

  it('logs in with ssh once the door is open', async () => {
    await open(stockRequest());
    const options = ['-o', 'BatchMode=yes', '-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null'];
    const identity = `${lab.folder}/client-key`;
    const said = await lab.client(
      'ssh',
      ...options,
      '-i',
      identity,
      '-l',
      'root',
      '--',
      SERVER.clean4,
      'echo',
      'inside',
    );
    expect(said.trim()).toBe('inside');
  });

  it('waits instead where the server is no knockd', async () => {
    const deps = freshEngine();
    const abort = new AbortController();
    const request = stockRequest({ serverKind: 'other', gapMs: 200 });
    const { outcome: first } = await open(
      request,
      deps,
      abort.signal,
      atFirstKnock(() => abort.abort()),
    );
    expect(first).toEqual({ result: 'cancelled' });
    const { outcome, events } = await open(request, deps);
    expect(outcome).toMatchObject({ result: 'open', alreadyOpen: false });
    const phases = events.flatMap((event) => (event.type === 'phase' ? [event.phase] : []));
    expect(phases).toContainEqual(expect.objectContaining({ phase: 'waiting', reason: 'unfinished-attempt' }));
  });

  it('never interleaves two runs to one server', async () => {
    const deps = freshEngine();
    const [first, second] = await Promise.all([open(stockRequest(), deps), open(stockRequest(), deps)]);
    expect(first.outcome).toMatchObject({ result: 'open', alreadyOpen: false });
    expect(second.outcome).toMatchObject({ result: 'open', alreadyOpen: true });
  });

  it('starts again when our own address changes under it, and opens for the new one', async () => {
    const steps = sequence('7000 8000 9000');
    const change = 'ip addr add 10.77.0.9/24 dev c0 && ip route replace 10.77.0.0/24 dev c0 src 10.77.0.9';
    const changed: Promise<unknown>[] = [];
    try {
      const { outcome, events } = await open(
        stockRequest({ steps, gapMs: 400 }),
        freshEngine(),
        undefined,
        atFirstKnock(() => changed.push(lab.client('sh', '-c', change))),
      );
      expect(changed).toHaveLength(1);
      await Promise.all(changed);
      expect(outcome).toMatchObject({ result: 'open' });
      expect(events.filter(({ type }) => type === 'sent').length).toBeGreaterThanOrEqual(6);
      expect(await lab.server('iptables', '-S', 'INPUT')).toContain('-s 10.77.0.9/32');
    } finally {
      await lab.client(
        'sh',
        '-c',
        'ip addr del 10.77.0.9/24 dev c0; ip route replace 10.77.0.0/24 dev c0 src 10.77.0.1',
      );
    }
  });

  it('knocks on an open door where its time is to begin again', async () => {
    const deps = freshEngine();
    const request = patient(stockRequest());
    await open(request, deps);
    const { outcome, events } = await open({ ...request, door: { ...request.door, look: false } }, deps);
    expect(outcome).toMatchObject({ result: 'open', alreadyOpen: false });
    expect(events.filter((event) => event.type === 'sent' && !event.flush)).toHaveLength(3);
  });

  it.each(['10.77.0.99', 'fd77::99', 'fe80::98%c0'])(
    'says that nobody in our own network has that address: %s',
    async (address) => {
      const { outcome } = await open(stockRequest({ host: address, retries: 0 }));
      expect(outcome).toEqual({ result: 'failed', problem: { code: 'host-unreachable', params: { address } } });
    },
  );

  it('says that a name does not exist, and that a network is out of reach', async () => {
    const unknown = await open(stockRequest({ host: 'no-such-name.lab' }));
    expect(unknown.outcome).toMatchObject({ result: 'failed', problem: { field: 'host' } });
    const nowhere = await open(stockRequest({ host: '203.0.113.1' }));
    expect(nowhere.outcome).toMatchObject({ result: 'failed', problem: { code: 'network-unreachable' } });
  });
});
