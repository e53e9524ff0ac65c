import { describe, expect, it } from 'vitest';
import type { Parsed } from '../../../../shared/formats/candidate.ts';
import { parseKittyKnocks } from '../../../../shared/formats/kitty-knocks.ts';
import { parseRegistry } from '../../../../shared/formats/registry-text.ts';
import { parseSessionFile } from '../../../../shared/formats/session-file.ts';
import { finish } from '../../../../shared/formats/steps.ts';
import { formatSequence } from '../../../../shared/model/sequence.ts';

const codes = ({ notes }: Parsed) => notes.map(({ line, problem }) => `${line} ${problem.code}`);

const REG = String.raw`Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\Software\SimonTatham\PuTTY\Sessions]

[HKEY_CURRENT_USER\Software\SimonTatham\PuTTY\Sessions\Default%20Settings]
"HostName"=""

[HKEY_CURRENT_USER\Software\SimonTatham\PuTTY\Sessions\Web%20server%20%C3%A9]
"Present"=dword:00000001
"HostName"="ada@web.example.org"
"Protocol"="ssh"
"PortNumber"=dword:000008ae
"PublicKeyFile"="C:\\Users\\ada\\key.ppk"
"Colour0"=hex:01,02,\
  03,04

[HKEY_CURRENT_USER\Software\9bis.com\KiTTY\Sessions\Knocked]
"HostName"="192.0.2.7"
"PortNumber"=dword:00000016
"Protocol"="ssh"
"UserName"="root"
"PortKnocking"="7000, 8000:udp 1:s 9000:tcp"

[HKEY_CURRENT_USER\Software\SimonTatham\PuTTY\Sessions\Router]
"HostName"="192.0.2.1"
"Protocol"="serial"
`;

describe('a .reg export', () => {
  it('gives the ssh sessions of PuTTY and KiTTY', () => {
    const parsed = finish(parseRegistry(REG));
    expect(parsed.candidates).toMatchObject([
      {
        name: 'Web server é',
        line: 8,
        host: 'web.example.org',
        said: { door: { port: 2222 }, launch: { user: 'ada' } },
      },
      { name: 'Knocked', line: 17, host: '192.0.2.7', said: { family: 'ipv4', launch: { user: 'root' } } },
    ]);
    expect(formatSequence(parsed.candidates[1]?.said.sequence ?? [])).toBe('7000 8000:udp 1:s 9000');
    expect(codes(parsed)).toEqual(['8 putty-key', '24 putty-protocol']);
  });

  it('reads CRLF all the same', () => {
    expect(finish(parseRegistry(REG.replaceAll('\n', '\r\n')))).toEqual(finish(parseRegistry(REG)));
  });

  it('reads what reg query prints', () => {
    const text = String.raw`
HKEY_CURRENT_USER\Software\SimonTatham\PuTTY\Sessions\My%20server
    HostName    REG_SZ    my.example.org
    PortNumber    REG_DWORD    0x16
    UserName    REG_SZ    
    WindowClass    REG_SZ

HKEY_CURRENT_USER\Software\SimonTatham\PuTTY\SshHostKeys
    rsa2@22:x    REG_SZ    0x1
`;
    const parsed = finish(parseRegistry(text));
    expect(parsed.candidates).toMatchObject([
      { name: 'My server', host: 'my.example.org', said: { door: { port: 22 } } },
    ]);
    expect(codes(parsed)).toEqual([]);
  });

  it('names a session without a host, a bad port and a line that is broken', () => {
    const key = String.raw`[HKEY_CURRENT_USER\Software\SimonTatham\PuTTY\Sessions`;
    const text = `${key}\\a]\n"HostName"=""\n${key}\\b]\n"HostName"="h"\n"PortNumber"=dword:00000000\nrubbish\n`;
    expect(codes(finish(parseRegistry(text)))).toEqual(['1 putty-no-host', '3 putty-port', '6 putty-line']);
  });
});

describe('a session in a file of its own', () => {
  it('reads PuTTY’s on Unix', () => {
    const text = 'Present=1\nHostName=h.example.org\nProtocol=ssh\nPortNumber=22\nUserName=ada\n';
    expect(finish(parseSessionFile(text, 'my%20server')).candidates).toMatchObject([
      { name: 'my server', host: 'h.example.org', said: { launch: { user: 'ada' } } },
    ]);
  });

  it('reads portable KiTTY’s, knocks and all', () => {
    const text =
      'PortKnocking\\7000%3Audp%2C 8000\\\r\nHostName\\h.example.org\\\r\nProtocol\\ssh\\\r\nPortNumber\\22\\\r\n';
    const [only] = finish(parseSessionFile(text, 'C:\\KiTTY\\Sessions\\box')).candidates;
    expect(only).toMatchObject({ name: 'box', host: 'h.example.org' });
    expect(formatSequence(only?.said.sequence ?? [])).toBe('7000:udp 8000');
  });
});

describe('KiTTY’s port knocking', () => {
  it.each([
    ['7000', '7000'],
    ['7000:tcp,8000:UDP', '7000 8000:udp'],
    ['7000-8000;9000', '7000 8000 9000'],
    ['7000 : udp , 0.5:s 9000', '7000:udp 500:ms 9000'],
    ['7000:xyz', '7000'],
  ])('%s', (field, expected) => {
    expect(formatSequence(parseKittyKnocks(field) ?? [])).toBe(expected);
  });

  it.each(['', 'ssh', '0', '70000', '1:s', 'x:s', '7000 99:s'])('“%s” is none that can be sent', (field) => {
    expect(parseKittyKnocks(field)).toBeNull();
  });
});
