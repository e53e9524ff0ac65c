import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lab, SERVER } from '../../lab/support/lab.ts';
import type { Desk } from './app.ts';
import { e2eUser, giveToUser } from './user.ts';

/** Lets the user log in: a key of its own, and the server's host key known by its name alone. */
export function prepareSsh(desk: Desk, lab: Lab): string {
  const identity = join(desk.folder, 'key with spaces');
  copyFileSync(join(lab.folder, 'client-key'), identity);
  giveToUser(identity);
  const home = e2eUser?.home ?? desk.folder;
  mkdirSync(join(home, '.ssh'), { recursive: true });
  const known = join(home, '.ssh/known_hosts');
  const [kind, key] = readFileSync(join(lab.folder, 'host-key.pub'), 'utf8').split(' ');
  writeFileSync(known, `${SERVER.name} ${kind} ${key}\n`);
  giveToUser(join(home, '.ssh'), known);
  return identity;
}
