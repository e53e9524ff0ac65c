import type { Profile } from '../model/profile.ts';
import { oneLine } from '../text/one-line.ts';

/**
 * Profiles as an ssh configuration: `ssh <alias>` then knocks, waits for the door, and connects through the app.
 *
 * @param command how `toctoc` is called here, quoted for a shell
 */
export function sshBlocks(
  profiles: readonly Pick<Profile, 'id' | 'name' | 'host' | 'door' | 'launch'>[],
  command: string,
): string {
  const taken = new Set<string>();
  return profiles.map((profile) => sshBlock(profile, aliasOf(profile.name, taken), command)).join('\n');
}

function sshBlock(
  { id, name, host, door, launch }: Pick<Profile, 'id' | 'name' | 'host' | 'door' | 'launch'>,
  alias: string,
  command: string,
): string {
  const user = launch.user === '' ? [] : [`    User ${launch.user}`];
  const identity = launch.identityFile === '' ? [] : [`    IdentityFile "${launch.identityFile}"`];
  return [
    `# ${oneLine(name)}`,
    `Host ${alias}`,
    `    HostName ${host}`,
    `    Port ${launch.port ?? door.port}`,
    ...user,
    ...identity,
    // In ssh_config a % is doubled.
    `    ProxyCommand ${command.replace(/%/g, '%%')} connect --profile ${id}`,
    '',
  ].join('\n');
}

/** A name that needs no quotes, has no wildcards, and is used once. */
function aliasOf(name: string, taken: Set<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '');
  const base = plain === '' ? 'server' : plain;
  let alias = base;
  for (let n = 2; taken.has(alias.toLowerCase()); n++) alias = `${base}-${n}`;
  taken.add(alias.toLowerCase());
  return alias;
}
