import { run } from '../../build/runtime/process.ts';

/** A user of this system, by numbers and home folder. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

const NAME = 'toctoc-e2e';

/**
 * The user that Electron is tested as when the tests run as root: root gets no sandbox from Chromium, and the sandbox
 * is part of what is tested. It has no password, and stays for the next run.
 */
export async function e2eUser(say: (line: string) => void): Promise<SystemUser> {
  const known = parsePasswd((await run('getent', ['passwd', NAME])).stdout);
  if (known !== undefined) return known;
  say(`Creating the user ${NAME}, so that Electron is tested with its sandbox ("userdel -r ${NAME}" removes it).`);
  const made = await run('useradd', ['--create-home', '--user-group', '--shell', '/bin/sh', NAME]);
  const user = parsePasswd((await run('getent', ['passwd', NAME])).stdout);
  if (user === undefined) throw new Error(`Could not create the user ${NAME}: ${made.stderr.trim()}`);
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
