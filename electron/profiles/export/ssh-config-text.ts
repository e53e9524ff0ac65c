import { type ProxySurroundings, type SshProfile, sshBlock } from '../../launch/ssh-config/block.ts';

/** The file may be meant for another computer: the installed command by its name, which needs no quotes in any shell. */
const ANYWHERE: ProxySurroundings = { platform: 'linux', toctoc: ['toctoc'], dataFolder: null };

/** Profiles as an ssh configuration, no alias in it twice: `ssh <alias>` knocks, waits for the door, and connects. */
export function sshConfigText(profiles: readonly SshProfile[]): string {
  const taken = new Set<string>();
  return profiles.map((profile) => sshBlock(profile, aliasOf(profile.name, taken), ANYWHERE)).join('\n');
}

/** A name that needs no quotes, has no wildcards, and is used once; what a jump host of it would be called is free too. */
function aliasOf(name: string, taken: Set<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '');
  const base = plain === '' ? 'server' : plain;
  const both = (alias: string) => [alias, `${alias}-jump`].map((one) => one.toLowerCase());
  let alias = base;
  for (let n = 2; both(alias).some((one) => taken.has(one)); n++) alias = `${base}-${n}`;
  for (const one of both(alias)) taken.add(one);
  return alias;
}
