/** The kinds of link the app may hand to the system, each with the reason. Anything else is refused. */
export const OPENABLE = {
  sftp: 'a profile’s launch: the person’s file client',
  ftp: 'a profile’s launch: the person’s file client',
  https: 'a profile’s launch: the person’s browser',
} as const satisfies Record<string, string>;

/** The pages that the window can open, by key: what it asks for is never an address. */
export const PAGES = {
  /** For the copies that do not update themselves. */
  downloads: 'https://github.com/toctoc-app/toctoc/releases',
} as const satisfies Record<string, string>;

export type OpenableScheme = keyof typeof OPENABLE;

/**
 * The link as the system gets it.
 *
 * @throws a sentence when it is not a link of that scheme to a host, or carries a password
 */
export function checkedLink(scheme: OpenableScheme, link: string): string {
  if (!Object.hasOwn(OPENABLE, scheme)) throw new Error(`links of the kind ${scheme} are not opened`);
  if (!URL.canParse(link)) throw new Error('not a link');
  const url = new URL(link);
  if (url.protocol !== `${scheme}:` || url.host === '') throw new Error(`not a ${scheme} link`);
  if (url.password !== '') throw new Error('the link carries a password');
  return url.href;
}
