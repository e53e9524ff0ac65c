import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { run } from './process.ts';

/** Debian's own hook: asked before a package starts a service (https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt). */
const POLICY = '/usr/sbin/policy-rc.d';

/** The services that our packages bring, which Debian starts on installation and at each boot. */
const unitsOf: Readonly<Record<string, readonly string[]>> = {
  'openssh-server': ['ssh.service', 'ssh.socket'],
  knockd: ['knockd.service'],
};

/**
 * Runs an installation so that it leaves no server running: the tests start their own sshd and knockd, in their own
 * network, and nobody who runs tests asked for an open port. An existing policy is the administrator's, and stands.
 */
export async function withoutStartingServices<T>(
  packages: readonly string[],
  say: (line: string) => void,
  install: () => Promise<T>,
): Promise<T> {
  const units = packages.flatMap((name) => unitsOf[name] ?? []);
  const guarded = units.length > 0 && !existsSync(POLICY);
  if (guarded) await writeFile(POLICY, policyText(process.pid), { mode: 0o755 });
  try {
    return await install();
  } finally {
    if (guarded) await rm(POLICY, { force: true });
    // systemd is the only one that would start them later, at the next boot.
    if (units.length > 0 && existsSync('/run/systemd/system')) {
      await run('systemctl', ['disable', ...units]);
      say(`Installed for the tests, not started, and switched off at boot: ${units.join(', ')}`);
    }
  }
}

/** Says "do not start" (101) while this process lives, so that a file left behind by a crash forbids nothing. */
export function policyText(pid: number): string {
  return `#!/bin/sh\n# Written by Toctoc's test runner for the length of one installation; safe to delete.\nkill -0 ${pid} 2>/dev/null && exit 101\nexit 0\n`;
}
