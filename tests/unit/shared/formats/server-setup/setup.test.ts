import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIREWALLS, type Firewall } from '../../../../../shared/formats/server-setup/answers.ts';
import { serverSetup } from '../../../../../shared/formats/server-setup/setup.ts';
import { en } from '../../../../../shared/text/en.ts';
import { fr } from '../../../../../shared/text/fr.ts';
import { answers, block, profile, setUp, steps, text } from './support.ts';

const close = { closing: 'sequence' } as const;
const closable = profile({ closeSequence: [...steps('5151 6262:udp 7373')] });

describe('knockd.conf', () => {
  it('has one door with a timer, syn only, and time enough', () => {
    expect(text(setUp({ firewall: 'iptables' }), 'knockd-conf')).toBe(`# Made by Toctoc: door 22 of Web server
[options]
\tUseSyslog
\tInterface = eth0

# Opens the door to the address that knocked, for 30 s. Open sessions stay.
[toctoc-22]
\tsequence = 17204:udp,3391,24417
\tseq_timeout = 10
\ttcpflags = syn
\tstart_command = /usr/sbin/iptables -w -I TOCTOC-22 1 -s %IP% -j ACCEPT
\tstart_command_6 = /usr/sbin/ip6tables -w -I TOCTOC-22 1 -s %IP% -j ACCEPT
\tcmd_timeout = 30
\tstop_command = /usr/sbin/iptables -w -D TOCTOC-22 -s %IP% -j ACCEPT
\tstop_command_6 = /usr/sbin/ip6tables -w -D TOCTOC-22 -s %IP% -j ACCEPT
`);
  });

  it('with a close sequence has a second door, and no timer', () => {
    const conf = text(setUp({ firewall: 'iptables', ipv6: false, ...close }, closable), 'knockd-conf');
    expect(conf).not.toMatch(/cmd_timeout|stop_command|_6/);
    expect(conf).toContain('[toctoc-22-close]\n\tsequence = 5151,6262:udp,7373\n');
    expect(conf).toContain('start_command = /usr/sbin/iptables -w -C TOCTOC-22 -s %IP% -j ACCEPT 2>/dev/null || /usr');
    expect(conf).toContain('start_command = /usr/sbin/iptables -w -D TOCTOC-22 -s %IP% -j ACCEPT\n');
  });

  it('gives a slow sequence its time, and three seconds more', () => {
    const slow = profile({ sequence: [...steps('3391 8:s 24417 2:s 17204')] });
    expect(text(setUp({}, slow), 'knockd-conf')).toContain('seq_timeout = 14\n');
    expect(setUp({}, profile({ seqTimeoutS: 60 })).seqTimeoutS).toBe(60);
  });

  it('names the list in place of the sequence, and the list begins every line with a space', () => {
    const list = [steps('4000 4100:udp 4200'), steps('5000 5100 5200:udp')];
    const setup = setUp({}, profile(), list);
    expect(text(setup, 'knockd-conf')).toContain('one_time_sequences = /var/lib/knockd-toctoc-22.list\n');
    expect(text(setup, 'knockd-conf')).not.toContain('\tsequence');
    expect(text(setup, 'one-time-list')).toBe(' 4000,4100:udp,4200\n 5000,5100,5200:udp\n');
  });

  it('has no line that knockd would refuse for its length', () => {
    for (const firewall of FIREWALLS)
      for (const line of text(setUp({ firewall, openSeconds: 86_400 }), 'knockd-conf').split('\n'))
        expect(line.length).toBeLessThan(400);
  });
});

describe('the steps', () => {
  it('shut nothing before knockd runs, and the very last rule does it', () => {
    for (const firewall of FIREWALLS) {
      const setup = setUp({ firewall });
      const ids = setup.steps.map(({ id }) => id);
      expect(ids).toEqual(['prepare', 'knockd', 'firewall', 'test', 'keep', 'undo']);
      const rules = setup.steps[2]?.blocks.map(({ id }) => id);
      expect(rules?.at(-1)).toBe('shut');
      expect(rules?.at(-2)).toBe('rescue');
    }
    const lines = text(setUp({ firewall: 'iptables', ipv6: false }), 'shut')
      .trim()
      .split('\n');
    expect(lines.at(-1)).toContain('-I INPUT 1 -p tcp --dport 22 -j TOCTOC-22');
    expect(lines.findIndex((line) => line.includes('ESTABLISHED'))).toBeLessThan(
      lines.findIndex((line) => line.endsWith('-j DROP')),
    );
  });

  it('say how to start it on Debian, and elsewhere', () => {
    expect(text(setUp(), 'default-knockd')).toContain('START_KNOCKD=1\nKNOCKD_OPTS="-i eth0"\n');
    const other = setUp({ start: 'systemd', interface: 'enp1s0' });
    expect(text(other, 'drop-in')).toContain('ExecStart=\nExecStart=/usr/sbin/knockd -i enp1s0\n');
    expect(JSON.stringify(other)).not.toContain('apt-get');
  });

  it('keep the rules where Debian looks for them, and take them out before their file', () => {
    expect(text(setUp({ firewall: 'iptables' }), 'keep')).toContain('> /etc/iptables/rules.v6');
    expect(text(setUp({ firewall: 'nftables' }), 'keep')).toContain('sudo tee -a /etc/nftables.conf');
    expect(text(setUp({ firewall: 'nftables' }), 'undoKeep')).toMatch(/^sudo sed .*\nsudo rm -f .*\n$/);
  });

  it('keep them elsewhere by a unit of their own, and enable no firewall in the place of the one that is there', () => {
    const other = (firewall: Firewall) => setUp({ firewall, start: 'systemd' });
    const files = {
      iptables: '/bin/sh /etc/toctoc-22.rules',
      nftables: '/usr/sbin/nft -f /etc/nftables.d/toctoc-22.nft',
    };
    for (const firewall of ['iptables', 'nftables'] as const) {
      const setup = other(firewall);
      const ids = setup.steps[4]?.blocks.map(({ id }) => id) ?? [];
      expect(ids.slice(ids.indexOf('door-unit'))).toEqual(['door-unit', 'keep', 'evict']);
      expect(text(setup, 'door-unit')).toContain(`\nExecStart=${files[firewall]}\n`);
      expect(text(setup, 'keep')).toBe('sudo systemctl daemon-reload\nsudo systemctl enable --now toctoc-22\n');
      expect(text(setup, 'undoKeep')).toMatch(/disable --now toctoc-22 .*\nsudo rm -f \/etc\/systemd.*toctoc-22\./);
    }
    // The sessions that are older than the rules are gone after a restart.
    expect(text(other('iptables'), 'door-rules')).not.toMatch(/sudo|--syn/);
    expect(text(other('ufw'), 'keep')).toBe('sudo systemctl enable ufw\n');
  });

  it('leave no safety net behind that cannot be cancelled, nor one for a door that is gone', () => {
    for (const firewall of FIREWALLS)
      for (const id of ['rescue', 'undo'])
        expect(text(setUp({ firewall }), id)).toMatch(/^sudo sh -c 'kill .* rm -f \/run\/toctoc-22-rescue\.pid'/);
  });

  it('guard nothing over IPv6 where there is none', () => {
    for (const firewall of FIREWALLS) {
      const setup = setUp({ firewall, ipv6: false });
      expect(JSON.stringify(setup)).not.toMatch(/ip6tables|open6|command_6/);
    }
  });

  it('say how to test, word by word', () => {
    const who = profile({ launch: { ...profile().launch, user: 'ada' } });
    const setup = setUp({}, who);
    expect(text(setup, 'toctoc')).toBe(
      'toctoc knock -v -w 22 --server knockd --seq-timeout 10 -d 50 server.example.org 17204:udp 3391 24417\n',
    );
    expect(text(setup, 'knock')).toBe('knock -d 50 server.example.org 17204:udp 3391 24417\n');
    expect(text(setup, 'ssh')).toBe('ssh -p 22 -l ada server.example.org\n');
    expect(text(setup, 'packets')).toContain("'udp dst port 17204 or tcp dst port 3391 or tcp dst port 24417'");
  });

  it('do not use up a list by hand', () => {
    const setup = setUp({}, profile(), [steps('4000 4100:udp 4200')]);
    expect(() => block(setup, 'knock')).toThrow('no block knock');
  });

  it('keep what is secret from everybody but root', () => {
    const setup = setUp({}, profile(), [steps('4000 4100:udp 4200')]);
    for (const id of ['knockd-conf', 'one-time-list']) expect(block(setup, id)).toHaveProperty('secret', true);
  });

  it('speak French too, inside the files as well', () => {
    const setup = serverSetup({ profile: profile(), answers: answers(), list: null, text: fr.setup });
    expect(setup.ok && text(setup.value, 'knockd-conf')).toContain('# Créé par Toctoc : porte 22 de Web server\n');
  });
});

describe('what cannot be set up', () => {
  it('is a close sequence that is not there', () => {
    const setup = serverSetup({ profile: profile(), answers: answers(close), list: null, text: en.setup });
    expect(setup).toEqual({ ok: false, problems: [{ code: 'close-sequence-missing' }] });
  });

  it('is a list without lines', () => {
    const setup = serverSetup({ profile: profile(), answers: answers(), list: [], text: en.setup });
    expect(setup).toEqual({ ok: false, problems: [{ code: 'one-time-exhausted' }] });
  });
});

describe('a name from somebody else', () => {
  it('adds no line, ends no comment and starts no command', () => {
    const plain = setUp({}, profile({ name: 'x' }));
    const shape = (setup: typeof plain) =>
      setup.steps.map(({ blocks }) => blocks.map((one) => one.text.replace(/^# Made by Toctoc: door 22 of.*$/gm, '#')));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
        expect(shape(setUp({}, profile({ name })))).toEqual(shape(plain));
      }),
    );
    const nasty = setUp({}, profile({ name: 'a\n[evil]\r\u2028$(reboot) `x` \\' }));
    expect(text(nasty, 'knockd-conf').split('\n')[0]).toBe('# Made by Toctoc: door 22 of a evil (reboot) x');
  });
});
