/**
 * The sequence in a line that was copied from elsewhere: `sequence = …` of a knockd.conf, or the ports of a `knock`
 * command. `null`: it is neither, and is pasted as it is.
 */
export function pastedSequence(text: string): string | null {
  const conf = /^\s*sequence\s*=\s*(?<steps>\S.*)$/im.exec(text)?.groups?.['steps'];
  if (conf !== undefined)
    return conf
      .split(/[\s,]+/)
      .filter(Boolean)
      .join(' ');
  const words = /^\s*(?:\$\s+)?(?:\S*\/)?knock\s+(?<words>.+)$/m.exec(text)?.groups?.['words']?.trim().split(/\s+/);
  if (words === undefined) return null;
  const first = words.findLastIndex((word) => !/^\d+(?::(?:tcp|udp))?$/i.test(word)) + 1;
  const ports = words.slice(first);
  const udp = words.slice(0, first).some((word) => /^-[a-z46]*u|^--udp$/i.test(word));
  if (ports.length === 0) return null;
  return ports.map((port) => (udp && !port.includes(':') ? `${port}:udp` : port)).join(' ');
}
