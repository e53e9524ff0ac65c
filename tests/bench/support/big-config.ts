/** An ssh configuration of so many hosts, with wildcards around them that hold for all. */
export function bigSshConfig(hosts: number): string {
  const blocks = Array.from(
    { length: hosts },
    (_, at) => `Host server-${at}\n  HostName server-${at}.example.org\n  User ada\n  Port ${2000 + (at % 3)}\n`,
  );
  return `Host *.lab !x\n  User root\n${blocks.join('')}Host *\n  IdentityFile ~/.ssh/id_ed25519\n`;
}
