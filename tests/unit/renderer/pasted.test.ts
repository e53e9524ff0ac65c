import { describe, expect, it } from 'vitest';
import { pastedSequence } from '../../../renderer/features/profiles/pasted.ts';

describe('what is pasted into a sequence', () => {
  it.each([
    ['\tsequence    = 7000,8000:udp, 9000', '7000 8000:udp 9000'],
    ['[openSSH]\n\tsequence = 7000,8000,9000\n\tseq_timeout = 5', '7000 8000 9000'],
    ['knock server.example.org 7000 8000:udp 9000', '7000 8000:udp 9000'],
    ['$ knock -v -d 200 server.example.org 7000 8000', '7000 8000'],
    ['/usr/bin/knock -u 192.0.2.7 7000 8000:tcp', '7000:udp 8000:tcp'],
  ])('%j gives its sequence', (text, sequence) => {
    expect(pastedSequence(text)).toBe(sequence);
  });

  it.each(['7000 8000:udp 9000', '7000,8000', 'knock', 'knock server.example.org', 'knocking 7000', ''])(
    '%j is pasted as it is',
    (text) => {
      expect(pastedSequence(text)).toBeNull();
    },
  );
});
