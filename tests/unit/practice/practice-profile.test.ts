import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { flushKnock } from '../../../electron/knock/plan.ts';
import { practiceAddress, practiceProfile } from '../../../electron/practice/practice-profile.ts';
import { practicePorts } from '../../../electron/practice/practice-server.ts';
import { ProfileSchema } from '../../../shared/model/profile.ts';
import { formatSequence } from '../../../shared/model/sequence.ts';

describe('the practice profile', () => {
  const profile = practiceProfile('Practice server');

  it('can be stored, knocks loopback only, and launches nothing', () => {
    expect(v.is(ProfileSchema, profile)).toBe(true);
    expect(profile).toMatchObject({ host: '127.0.0.1', doorSeenAt: null, launch: { client: 'none' } });
    expect(formatSequence(profile.sequence)).toBe('17001 17002:udp 17003');
    expect(formatSequence(profile.closeSequence)).toBe('17003 17002:udp 17001');
  });

  it('can be flushed', () => {
    expect(flushKnock(profile.sequence, profile.closeSequence)?.port).toBe(17_002);
  });

  it('follows its server to other ports, all of them together', () => {
    for (let shift = 0; shift < 50; shift++) {
      const { knocks, door } = practicePorts(shift);
      const ports = [...knocks.map(({ port }) => port), door];
      // Below the ports that systems give to outgoing connections (Linux: from 32768 on).
      expect(ports.every((port) => port < 32_768)).toBe(true);
      expect(new Set(ports).size).toBe(4);
    }
    expect(formatSequence(practiceAddress(practicePorts(1)).sequence)).toBe('17011 17012:udp 17013');
    expect(practiceAddress(practicePorts(1)).door).toEqual({ port: 17_032, check: true });
  });
});
