/**
 * Every address Toctoc can hand to the system's browser. The page and the menus name a key; an address never crosses
 * from the page, so nothing it says can become a `file:`, a `smb:` or a stranger's https link.
 */
export const LINKS = {
  knockd: 'https://zeroflux.org/projects/knock',
  openssh: 'https://www.openssh.com/',
} as const satisfies Record<string, `https://${string}`>;

export type LinkKey = keyof typeof LINKS;

export function isLinkKey(value: unknown): value is LinkKey {
  return typeof value === 'string' && Object.hasOwn(LINKS, value);
}
