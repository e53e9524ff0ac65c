import { run } from '../../build/runtime/process.ts';

/** A user of this system, by numbers and home folder. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

/**
 * The user that Electron is tested as when the tests run as root: root gets no sandbox from Chromium, and the sandbox
 * is part of what is tested. It has no password, and stays for the next run.
 *
 * @param lane each lane has a user of its own, whose home (known hosts, ssh configuration) no other test touches; from 0
 */
export async function e2eUser(say: (line: string) => void, lane = 0): Promise<SystemUser> {
  const name = lane === 0 ? 'toctoc-e2e' : `toctoc-e2e-${lane + 1}`;
  const known = parsePasswd((await run('getent', ['passwd', name])).stdout);
  if (known !== undefined) return known;
  say(`Creating the user ${name}, so that Electron is tested with its sandbox ("userdel -r ${name}" removes it).`);
  const made = await run('useradd', ['--create-home', '--user-group', '--shell', '/bin/sh', name]);
  const user = parsePasswd((await run('getent', ['passwd', name])).stdout);
  if (user === undefined) throw new Error(`Could not create the user ${name}: ${made.stderr.trim()}`);
  return user;
}

/** Reads a line of passwd(5): name:password:uid:gid:comment:home:shell. */
export function parsePasswd(line: string): SystemUser | undefined {
  const [name, , uid, gid, , home] = line.trim().split(':');
  if (!name || !uid || !gid || !home) return undefined;
  return { name, uid: Number(uid), gid: Number(gid), home };
}

/** The command line that runs a program as this user, and as nobody else: all capabilities go with the user id. */
export function asUser(user: SystemUser | undefined, command: readonly [string, ...string[]]): [string, ...string[]] {
  if (user === undefined) return [...command];
  return ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--init-groups', '--', ...command];
}
