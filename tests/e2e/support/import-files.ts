import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sealFile } from '../../../electron/profiles/export/sealed-file.ts';
import { profileDocument } from '../../../shared/formats/profile-document.ts';
import type { Problem } from '../../../shared/result.ts';
import { aProfile } from '../../fakes/profiles.ts';
import { giveToUser } from './user.ts';

export const PASSPHRASE = 'three little knocks';

/** Something to import, and the servers that every door has to show of it: place, port, number of knocks. */
export interface Importable {
  /** Of the file or folder, under the person's home. */
  readonly path: string;
  readonly shows: readonly string[];
  /** Of text alone, which knows no other file; absent: the same. */
  readonly textShows?: readonly string[];
  /** As text; absent: it is a folder, which nobody can paste. */
  readonly text?: string;
  /** What the import page finds by itself is called this there. */
  readonly found?: string;
  readonly sealed?: true;
}

/** Something that cannot be imported, or not all of it, and what is to be said of which line. */
export interface Unimportable {
  readonly path: string;
  readonly problem: Problem;
  /** 0: of the file as a whole, which is then not shown at all. */
  readonly line: number;
  readonly passphrase?: string;
}

/** The home of somebody who has used every program that Toctoc can read. */
export class Home {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder);
    giveToUser(folder);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  put(name: string, content: string | Buffer): string {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    giveToUser(path);
    return path;
  }

  async fill(): Promise<readonly Importable[]> {
    const sealed = await sealFile(document('sealed.example.org'), PASSPHRASE);
    const file = (path: string, text: string, ...shows: readonly string[]): Importable => {
      this.put(path, text);
      return { path, text, shows };
    };
    this.put('.ssh/conf.d/more', 'Host included\n HostName included.example.org\n');
    this.put('.putty/sessions/Default%20Settings', 'Protocol=ssh\n');
    this.put('.putty/sessions/My%20box', PUTTY);
    this.put('KiTTY/kitty.ini', '[KiTTY]\n');
    this.put('KiTTY/Sessions/Knocked', KITTY);
    this.put('sessions.reg', Buffer.from(`\uFEFF${REGISTRY}`, 'utf16le'));
    const fromConfig = ['ada@web.example.org · port 2222', 'inner.example.org · port 22'];
    return [
      file('knockd.conf', KNOCKD, 'address missing · port 2222 · 3 knocks'),
      file('history', 'knock -d 100 nas.example.org 7001 8001:udp\n', 'nas.example.org · port 22 · 2 knocks'),
      {
        ...file('.ssh/config', SSH_CONFIG, 'included.example.org · port 22', ...fromConfig),
        textShows: fromConfig,
        found: '~/.ssh/config',
      },
      file('session', PUTTY, 'box.example.org · port 2022'),
      { path: 'sessions.reg', text: REGISTRY, shows: ['root@kitty.example.org · port 22 · 3 knocks'] },
      file(
        'config.txt',
        'Office;office.example.org;UDP;7000;open;TCP;8000;\r\n',
        'office.example.org · port 22 · 2 knocks',
      ),
      file('ports.json', KNOCK_ON_PORTS, 'phone.example.org · port 22 · 1 knock'),
      file('servers.json', document('ours.example.org'), 'ours.example.org · port 22 · 3 knocks'),
      { ...file('sealed.json', sealed, 'sealed.example.org · port 22 · 3 knocks'), sealed: true },
      { path: '.putty/sessions', shows: ['box.example.org · port 2022'], found: '~/.putty/sessions' },
      { path: 'KiTTY', shows: ['kitty.example.org · port 22 · 2 knocks'] },
    ];
  }

  async spoil(): Promise<Unimportable[]> {
    const bad = (path: string, content: string | Buffer, line: number, problem: Problem): Unimportable => {
      this.put(path, content);
      return { path, problem, line };
    };
    const sealed = await sealFile(document('sealed.example.org'), PASSPHRASE);
    const secret = this.put('secret.conf', KNOCKD);
    chmodSync(secret, 0);
    truncateSync(this.put('big', ''), 100 << 20);
    const ports = Array.from({ length: 33 }, (_, at) => 7000 + at).join();
    const loop = this.put('loop', '');
    writeFileSync(loop, `Host a\nInclude ${loop}\n`);
    return [
      {
        path: 'secret.conf',
        line: 0,
        problem: { code: 'import-unreadable', params: { file: secret, reason: 'EACCES' } },
      },
      { path: 'big', line: 0, problem: { code: 'import-too-big', params: { size: 100, max: 8 } } },
      bad('door.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 0, { code: 'import-binary' }),
      bad('empty', '', 1, { code: 'import-empty' }),
      bad('letter', 'Dear all,\n', 1, { code: 'import-unknown-format' }),
      bad('broken.json', '{"format": "toctoc-profiles",\n"profiles": [\n{"name":', 3, { code: 'import-json-broken' }),
      bad('bom.conf', `\uFEFF${KNOCKD}`, 1, { code: 'knockd-bom' }),
      bad('many.conf', `[a]\n sequence = ${ports}\n`, 2, { code: 'knockd-too-many', params: { count: 33 } }),
      bad('options.conf', `[Options]\n UseSyslog\n${KNOCKD}`, 1, {
        code: 'knockd-options-case',
        params: { name: 'Options' },
      }),
      { path: 'loop', line: 2, problem: { code: 'ssh-include-circular', params: { file: loop } } },
      { ...bad('wrong.json', sealed, 0, { code: 'import-passphrase-wrong' }), passphrase: 'battery staple' },
      { ...bad('cut.json', sealed.slice(0, -60), 0, { code: 'import-sealed-damaged' }), passphrase: PASSPHRASE },
    ];
  }
}

const document = (host: string) => profileDocument([aProfile({ host })]);

const KNOCKD = `[options]
 UseSyslog
[openSSH]
 sequence = 7001,8001:udp,9001
 command = /sbin/iptables -A INPUT -s %IP% -p tcp --dport 2222 -j ACCEPT
 tcpflags = syn
[closeSSH]
 sequence = 9001,8001:udp,7001
 command = /sbin/iptables -D INPUT -s %IP% -p tcp --dport 2222 -j ACCEPT
 tcpflags = syn
`;
const SSH_CONFIG = `Include conf.d/*
Host *.example.org !bastion.example.org
  User ada
Host web.example.org
  Port 2222
Host inner
  HostName inner.example.org
  ProxyJump bastion.example.org
`;
const PUTTY = 'HostName=box.example.org\nProtocol=ssh\nPortNumber=2022\n';
const KITTY = 'HostName\\kitty.example.org\\\nProtocol\\ssh\\\nPortKnocking\\7001, 1:s, 8001:udp\\\n';
const REGISTRY = [
  'Windows Registry Editor Version 5.00',
  '',
  '[HKEY_CURRENT_USER\\Software\\9bis.com\\KiTTY\\Sessions\\Knocked]',
  '"HostName"="kitty.example.org"',
  '"UserName"="root"',
  '"PortKnocking"="7000, 8000:udp 1:s 9000:tcp"',
  '',
].join('\r\n');
const KNOCK_ON_PORTS = JSON.stringify({
  version: 1,
  sequences: [{ name: 'Phone', host: 'phone.example.org', steps: [{ type: 'tcp', port: 7000 }] }],
});
