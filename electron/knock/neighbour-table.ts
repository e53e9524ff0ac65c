/** How long the table may take to be read (ms): it takes 2. */
const PATIENCE_MS = 500;

/**
 * The kernel's IPv6 neighbours with this address, as `ip` prints them; empty where that cannot be known. Linux has no
 * file for them as it has for IPv4, speaks of them by netlink only, which Node does not, and tells a socket that connects
 * nothing: it waits for an answer for as long as it likes.
 *
 * @param address an IPv6 literal; its zone is the interface
 */
export async function neighboursOf(address: string): Promise<string> {
  if (process.platform !== 'linux') return '';
  const [bare = '', zone] = address.split('%');
  // Loaded here: next to no run ends like this.
  const { execFile } = await import('node:child_process');
  const args = ['-6', 'neigh', 'show', 'to', bare, ...(zone === undefined ? [] : ['dev', zone])];
  // Not everybody's PATH has the folders of the administrator's programs.
  const env = { PATH: `${process.env['PATH'] ?? '/usr/bin:/bin'}:/usr/sbin:/sbin` };
  return new Promise((resolve) => {
    execFile('ip', args, { env, timeout: PATIENCE_MS, killSignal: 'SIGKILL' }, (error, stdout) => {
      resolve(error === null ? stdout : '');
    });
  });
}
