import { describe, expect, it } from 'vitest';
import { pastedSequence } from '../../../renderer/features/sequence/pasted.ts';

describe('what is pasted into a sequence', () => {
  it.each([
    ['\tsequence    = 7000,8000:udp, 9000', '7000 8000:udp 9000'],
    ['[openSSH]\n\tsequence = 7000,8000,9000\n\tseq_timeout = 5', '7000 8000 9000'],
    ['knock server.example.org 7000 8000:udp 9000', '7000 8000:udp 9000'],
    ['$ knock -v -d 200 server.example.org 7000 8000', '7000 8000'],
    // -u stands above what is said of one port, as in knock(1).
    ['/usr/bin/knock -u 192.0.2.7 7000 8000:tcp', '7000:udp 8000:udp'],
    ['toctoc connect server.example.org 22 7000 8000:udp', '7000 8000:udp'],
    ['#!/bin/sh\nsudo knock server 7000 8000 && ssh server', '7000 8000'],
    ['PortKnocking\\7000:tcp, 2:s, 8000:udp\\', '7000 2:s 8000:udp'],
    ['"PortKnocking"="7000:tcp 1.5:s 8000:udp"', '7000 1500:ms 8000:udp'],
    ['7000:tcp-8000:udp-9000', '7000 8000:udp 9000'],
    ['Home;192.0.2.7;TCP;7000;;UDP;8000;open sesame', '7000 8000:udp="open sesame"'],
    ['7000 -> 8000:udp → 9000', '7000 8000:udp 9000'],
    ['[7000, 8000, 9000]', '7000 8000 9000'],
  ])('%j gives its sequence', (text, sequence) => {
    expect(pastedSequence(text)).toBe(sequence);
  });

  it.each([
    '7000 8000:udp 9000',
    '7000/tcp 8000/udp',
    '7000;8000',
    '7000,8000',
    '<7000',
    'knock',
    'knock server.example.org',
    'knocking 7000',
    '',
  ])('%j is pasted as it is', (text) => {
    expect(pastedSequence(text)).toBeNull();
  });
});
