import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requestOf } from '../../electron/knock/request.ts';
import {
  FIREWALLS,
  type Firewall,
  firstAnswers,
  type SetupAnswers,
} from '../../shared/formats/server-setup/answers.ts';
import { type ServerSetup, serverSetup } from '../../shared/formats/server-setup/setup.ts';
import { emptyDraft, type Profile } from '../../shared/model/profile.ts';
import { randomSequence } from '../../shared/model/random-sequence.ts';
import type { RunAction } from '../../shared/model/run.ts';
import type { Sequence } from '../../shared/model/sequence.ts';
import { en } from '../../shared/text/en.ts';
import { close, freshEngine, open } from './support/knocking.ts';
import { Lab, SERVER } from './support/lab.ts';
import { openSession, type Session } from './support/session.ts';
import { SetupServer } from './support/setup-server.ts';

const lab = Lab.current();
const random = (words: Uint32Array<ArrayBuffer>) => crypto.getRandomValues(words);
const sequence = randomSequence(4, random, [22]);
const closeSequence = randomSequence(3, random, [22, ...sequence.map(({ port }) => port)]);

function profileAt(host: string): Profile {
  const draft = emptyDraft();
  return {
    ...draft,
    id: 'lab',
    name: 'A "server" $(of) the lab',
    host,
    sequence: [...sequence],
    closeSequence: [...closeSequence],
    serverKind: 'knockd',
    seqTimeoutS: 10,
    doorSeenAt: 1,
  };
}

function setUp(
  firewall: Firewall,
  changes: Partial<SetupAnswers>,
  list: readonly Sequence[] | null = null,
): ServerSetup {
  const profile = profileAt(SERVER.clean4);
  const answers = { ...firstAnswers(profile), firewall, interface: 's0', closing: 'timed', ...changes } as const;
  const setup = serverSetup({ profile, answers, list, text: en.setup });
  if (!setup.ok) throw new Error(JSON.stringify(setup.problems));
  return setup.value;
}

const request = (host: string, action: RunAction = 'knock') => requestOf(profileAt(host), action);
const knock = (host: string) => open(request(host));
const knockWrongly = (host: string) =>
  open({
    ...request(host),
    steps: [...sequence.slice(0, -1), { kind: 'knock', port: 5, protocol: 'tcp' }],
    retries: 0,
  });

/** Whether somebody who has not knocked gets in, a second being long for that. */
function letsIn(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 22 });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(1000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

async function untilShut(host: string): Promise<void> {
  while (await letsIn(host)) await sleep(200);
}

let server: SetupServer;
let before: string;
let sessions: Session[];

async function session(host: string): Promise<Session> {
  const opened = await openSession(lab, host);
  sessions.push(opened);
  return opened;
}

beforeAll(() => lab.stopKnockd());

describe.each(FIREWALLS)('a server set up with %s', (firewall) => {
  beforeAll(async () => {
    await lab.firewall('open');
    server = await SetupServer.create(lab);
    if (firewall === 'ufw') {
      await server.sh('ufw allow 22/tcp; ufw --force enable');
    }
    before = await server.rules();
  });
  afterAll(() => server.remove());

  beforeEach(() => {
    sessions = [];
  });
  afterEach(async () => {
    for (const one of sessions) await one.end();
  });

  async function follow(setup: ServerSetup): Promise<void> {
    await server.follow(setup, 'prepare');
    await server.follow(setup, 'knockd');
    await server.follow(setup, 'firewall');
  }

  async function openings(): Promise<number> {
    return Number(await server.sh("grep -c 'OPEN SESAME' /run/knockd.log || true"));
  }

  async function commandsHaveRun(times: number): Promise<void> {
    while ((await openings()) < times) await sleep(50);
    await server.sh('while pgrep -P "$(cat /run/knockd.pid)" > /dev/null; do sleep 0.05; done');
  }

  async function undo(setup: ServerSetup): Promise<void> {
    await server.follow(setup, 'undo');
    expect(await server.rules()).toBe(before);
    for (const host of [SERVER.clean4, SERVER.clean6]) await expect.poll(() => letsIn(host)).toBe(true);
  }

  it('shuts the door, opens it for the sequence only, shuts it again after its time; sessions stay', async () => {
    const setup = setUp(firewall, { openSeconds: 5 });
    const kept = await session(SERVER.clean4);
    const conf = await server.sh('cat /etc/knockd.conf');
    await follow(setup);
    expect(await kept.echo('still here')).toBe('still here');
    const opened: Session[] = [];
    for (const host of [SERVER.clean4, SERVER.clean6]) {
      expect(await letsIn(host)).toBe(false);
      expect((await knockWrongly(host)).outcome).toMatchObject({ result: 'not-open' });
      expect((await knock(host)).outcome).toMatchObject({ result: 'open', alreadyOpen: false });
      opened.push(await session(host));
    }
    for (const host of [SERVER.clean4, SERVER.clean6]) await untilShut(host);
    for (const one of opened) expect(await one.echo('after its time')).toBe('after its time');
    expect(await kept.echo('to the end')).toBe('to the end');
    await server.follow(setup, 'keep');
    await undo(setup);
    expect(await server.sh('cat /etc/knockd.conf')).toBe(conf);
  });

  it('opens until the close sequence, however often it was knocked on', async () => {
    const setup = setUp(firewall, { closing: 'sequence' });
    await follow(setup);
    for (const host of [SERVER.clean4, SERVER.clean6]) {
      const deps = freshEngine();
      const before = await openings();
      expect((await open(request(host), deps)).outcome).toMatchObject({ result: 'open', alreadyOpen: false });
      expect((await open(request(host, 'refresh'), deps)).outcome).toMatchObject({ result: 'open' });
      // The door was open before the second one: nothing else says when its command has run.
      await commandsHaveRun(before + 2);
      const opened = await session(host);
      // Sent once, and looked at for as long as a slow machine takes: once is enough.
      const closing = request(host);
      const closed = await close({ ...closing, door: { ...closing.door, check: false } }, deps);
      expect(closed.outcome).toMatchObject({ result: 'closed', verified: false });
      await untilShut(host);
      expect(await opened.echo('after the close')).toBe('after the close');
    }
    await undo(setup);
  });

  it('lets nobody in who was let in before, once it is told to shut every door; nor after a restart', async () => {
    const setup = setUp(firewall, { closing: 'sequence', start: 'systemd' });
    await follow(setup);
    await knock(SERVER.clean4);
    await knock(SERVER.clean6);
    await server.follow(setup, 'keep', ['calm']);
    for (const host of [SERVER.clean4, SERVER.clean6]) expect(await letsIn(host)).toBe(false);
    // ufw brings its own rules back.
    if (firewall !== 'ufw') {
      const rules = setup.steps.find(({ id }) => id === 'undo')?.blocks.find(({ id }) => id === 'undo');
      await server.sh(rules?.text ?? '');
      for (const host of [SERVER.clean4, SERVER.clean6]) expect(await letsIn(host)).toBe(true);
      await server.sh('systemctl start toctoc-22');
      for (const host of [SERVER.clean4, SERVER.clean6]) expect(await letsIn(host)).toBe(false);
      expect((await knock(SERVER.clean4)).outcome).toMatchObject({ result: 'open', alreadyOpen: false });
    }
    await undo(setup);
  });

  it('goes by the last safety net only, and by none once all is undone', async () => {
    const setup = setUp(firewall, {});
    await follow(setup);
    const rescue = setup.steps.flatMap(({ blocks }) => blocks).find(({ id }) => id === 'rescue');
    const file = '/run/toctoc-22-rescue.pid';
    const waits = () => server.sh(`until [ -s ${file} ]; do sleep 0.05; done; cat ${file}`);
    // A process that has ended and was not collected has no command line any more.
    const lives = (pid: string) =>
      server.sh(`grep -q . /proc/${pid.trim()}/cmdline 2>/dev/null && echo yes || echo no`);
    const first = await waits();
    expect(await lives(first)).toBe('yes\n');
    await server.sh(rescue?.text ?? '');
    const second = await waits();
    await expect.poll(() => lives(first)).toBe('no\n');
    expect(await lives(second)).toBe('yes\n');
    await undo(setup);
    await expect.poll(() => lives(second)).toBe('no\n');
  });

  it('opens by itself when nobody cancels the safety net, and not when somebody did', async () => {
    const setup = setUp(firewall, {});
    const rules = setup.steps.find(({ id }) => id === 'firewall')?.blocks ?? [];
    const [rescue] = rules.filter(({ id }) => id === 'rescue');
    const others = rules.filter(({ id }) => id !== 'rescue');
    for (const block of others) await server.apply(block);
    await server.sh(rescue?.text ?? '');
    await server.sh('until [ -s /run/toctoc-22-rescue.pid ]; do sleep 0.05; done');
    await server.follow(setup, 'keep', ['keep', 'evict']);
    await server.sh('! [ -e /run/toctoc-22-rescue.pid ]');
    expect(await letsIn(SERVER.clean4)).toBe(false);
    await server.sh(rescue?.text.replace('sleep 600', 'sleep 0.1') ?? '');
    for (const host of [SERVER.clean4, SERVER.clean6]) while (!(await letsIn(host))) await sleep(100);
    const undone = setup.steps.find(({ id }) => id === 'undo')?.blocks[0];
    await server.sh((undone?.text ?? '').trimEnd().replace(/^(.*)$/gm, '$1 || true'));
    expect(await server.rules()).toBe(before);
  });
});

describe('a one-time list', () => {
  it('is read by the knockd that was set up with it, and its line is marked as used', async () => {
    await lab.firewall('open');
    server = await SetupServer.create(lab);
    const lines = [sequence, closeSequence, randomSequence(4, random, [22])].map((steps) => [...steps]);
    const setup = setUp('nftables', {}, lines);
    for (const step of ['prepare', 'knockd', 'firewall'] as const) await server.follow(setup, step);
    expect((await knock(SERVER.clean4)).outcome).toMatchObject({ result: 'open', alreadyOpen: false });
    expect(await server.sh('cut -c 1 /var/lib/knockd-toctoc-22.list')).toBe('#\n \n \n');
    await server.follow(setup, 'undo');
    expect(await server.sh('ls /var/lib/knockd-toctoc-* 2>/dev/null || true')).toBe('');
    await server.remove();
  });
});

describe('who knocks again while the door is open', () => {
  /** The commands for one address, as knockd runs them. */
  const commands = (setup: ServerSetup) => {
    const conf = setup.steps[1]?.blocks.find(({ id }) => id === 'knockd-conf')?.text ?? '';
    const of = (key: string) => new RegExp(`\\t${key} = (.*)`).exec(conf)?.[1]?.replaceAll('%IP%', '10.77.0.1') ?? '';
    return { open: of('start_command'), shut: of('stop_command') };
  };

  beforeAll(async () => {
    await lab.firewall('open');
    server = await SetupServer.create(lab);
    await server.sh('apt-get install iptables-persistent');
  });
  afterAll(() => server.remove());

  /** As knockd runs them: the shell goes on after a command that fails. */
  const asKnockd = (...lines: readonly string[]) => server.sh(`set +e; ${lines.join('; ')}`);

  it('keeps it open until the last timer, with iptables', async () => {
    const setup = setUp('iptables', {});
    await server.follow(setup, 'prepare');
    await server.follow(setup, 'firewall');
    const { open: letIn, shut } = commands(setup);
    await asKnockd(letIn, letIn, shut);
    await expect.poll(() => letsIn(SERVER.clean4)).toBe(true);
    await asKnockd(shut);
    expect(await letsIn(SERVER.clean4)).toBe(false);
    await server.follow(setup, 'undo');
  });

  it('begins its time anew, with nftables', async () => {
    const long = setUp('nftables', { openSeconds: 600 });
    await server.follow(long, 'prepare');
    await server.follow(long, 'firewall');
    await asKnockd(commands(setUp('nftables', { openSeconds: 100 })).open, commands(long).open);
    expect(await server.sh('nft list set inet toctoc_22 open4')).toMatch(/timeout 10m expires (?:9m|10m)/);
    await server.follow(long, 'undo');
  });

  it('keeps it open until the last timer, with ufw', async () => {
    await server.sh('ufw allow 22/tcp; ufw --force enable');
    const setup = setUp('ufw', { openSeconds: 600 });
    await server.follow(setup, 'prepare');
    await server.follow(setup, 'firewall');
    const { open: letIn, shut } = commands(setup);
    await asKnockd(letIn, letIn, shut);
    await expect.poll(() => letsIn(SERVER.clean4)).toBe(true);
    await asKnockd(`touch -d '601 seconds ago' /run/toctoc-22-10.77.0.1`, shut);
    expect(await letsIn(SERVER.clean4)).toBe(false);
    await server.follow(setup, 'undo');
  });
});
