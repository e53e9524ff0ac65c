import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { asUser, parsePasswd, type SystemUser } from '../../support/e2e-user.ts';

/** The user that Electron runs as: another one than the tests where those run as root, so that its sandbox is real. */
export const e2eUser: SystemUser | undefined = find(process.env['TOCTOC_E2E_USER']);

function find(name: string | undefined): SystemUser | undefined {
  if (name === undefined) return undefined;
  return parsePasswd(execFileSync('getent', ['passwd', name], { encoding: 'utf8' }));
}

export function giveToUser(...paths: readonly string[]): void {
  if (e2eUser === undefined) return;
  for (const path of paths) chownSync(path, e2eUser.uid, e2eUser.gid);
}

/** A shell script line that runs `file` as that user, with the script's own arguments and perhaps another PATH. */
export function execAsUser(file: string, path?: string): string {
  const command: [string, ...string[]] = path === undefined ? [file] : ['env', `PATH=${path}`, file];
  const words = asUser(e2eUser, command).map((word) => `'${word}'`);
  return `exec ${words.join(' ')} "$@"`;
}
