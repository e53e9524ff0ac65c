import { afterAll, expect, it } from 'vitest';
import { exportText } from '../../electron/profiles/export/exporter.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { ok } from '../../shared/result.ts';
import { aProfile, steps } from '../fakes/profiles.ts';
import { STOCK } from './support/doors.ts';
import { Lab, SERVER } from './support/lab.ts';

const lab = Lab.current();

afterAll(() => lab.stopKnockd());

/** Runs what the export says, as somebody who pastes it into a shell. */
async function pasted(profile: Profile): Promise<void> {
  const text = await exportText(
    { profileIds: null, format: 'knock', passphrase: '' },
    { profiles: () => ok([profile]) },
  );
  if (!text.ok) throw new Error(text.problems[0].code);
  await lab.client('sh', '-c', text.value);
}

it.each([
  ['ipv4', SERVER.clean4, 'iptables'],
  ['ipv6', SERVER.clean6, 'ip6tables'],
] as const)(
  'a profile exported as a command opens its door by the real knock, over %s',
  async (family, host, tables) => {
    await lab.firewall('drop');
    await lab.knockd(STOCK);
    const opened = async () => / -s \S+ -p tcp .*--dport 22 -j ACCEPT/.test(await lab.server(tables, '-S', 'INPUT'));
    await pasted(aProfile({ family, host, sequence: [...steps('7000 9000 8000')] }));
    await pasted(aProfile({ family, host, sequence: [...steps('7000:udp 8000 9000')] }));
    expect(await opened()).toBe(false);
    // The wrong ones have left the closing door half way, which would take the next knock for its own.
    await lab.knockd(STOCK);
    await pasted(aProfile({ family, host, sequence: [...steps('7000 8000 9000')] }));
    await expect.poll(opened).toBe(true);
  },
);
