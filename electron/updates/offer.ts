import { gt, parse, prerelease } from 'semver';
import type { UpdateChannel } from '../../shared/model/settings.ts';

/**
 * The version to offer, or `null` for none: it has to be newer (a server that was taken over must not bring back an old
 * flaw), and a version before its release (`1.2.0-beta.1`) is for those who chose the channel `beta`.
 *
 * @throws a sentence when the server's version is none
 */
export function versionToOffer(own: string, offered: string, channel: UpdateChannel): string | null {
  const version = parse(offered);
  if (version === null) throw new Error(`the server's version is none: ${offered.slice(0, 40)}`);
  if (!gt(version, own)) return null;
  return prerelease(version) !== null && channel === 'stable' ? null : version.version;
}
