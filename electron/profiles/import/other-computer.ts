/**
 * Whether a path leads to another computer: `\\server\share`, also written `//server/share`. Windows signs in there with
 * the person's own name and password hash at the first look (MITRE ATT&CK T1187), so a path that stands in a file, or that
 * the page names, is not even looked at. What the person chose in the system's dialog may lie anywhere.
 */
export function isOnOtherComputer(path: string): boolean {
  return /^[\\/]{2}/.test(path);
}
