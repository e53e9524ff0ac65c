/** The help of the command line, and what it says of a line that it cannot read. */
export const command = {
  program: 'Port knocking: send the right sequence of packets, and the door opens.',
  commands: {
    knock: 'knock a server, with the arguments of knock(1), or a saved profile',
    close: 'close the door of a saved profile',
    connect: "knock, wait for a port, then relay standard input and output (for ssh's ProxyCommand)",
    list: 'list the saved profiles',
    import: 'import servers from a file, or from standard input (-)',
    export: 'print saved profiles, with their sequences',
    practice: 'start a practice server on this computer, knock it, and see its door open',
    completion: 'print a completion script for a shell',
    help: 'show the help of a command',
  },
  arguments: {
    host: 'name or address of the server; alone, name or id of a saved profile',
    ports: 'the knocks in order, such as 7000 8000:udp 9000',
    profile: 'name or id of a saved profile',
    connectHost: 'name or address of the server',
    connectPort: 'the port to connect to',
    connectKnocks: 'the knocks in order; without any, it just connects',
    shell: 'the shell',
    importFile: 'the file to import; - is standard input',
    exportProfiles: 'names or ids of saved profiles; none: all',
  },
  options: {
    help: 'show this help',
    version: 'show the version',
    udp: 'make all knocks use UDP',
    delay: 'wait this long between knocks',
    ipv4: 'force IPv4',
    ipv6: 'force IPv6',
    verbose: 'say what happens',
    timeout: 'how long to wait for the port, per attempt',
    retries: 'how often to try again',
    seqTimeout: "the server's seq_timeout",
    server: 'what the server runs',
    hold: 'how long a TCP knock socket lives, at most 400',
    source: 'address or interface to send from; on Linux and macOS it does not choose the route: a VPN stays in use',
    mode: 'a lone SYN, or a whole connect',
    wait: 'after the last knock wait until this port is open',
    json: 'one JSON object per event per line',
    tag: 'every saved profile that has this tag, one line each',
    profile: 'a saved profile, by name or id, instead of all of that',
    listJson: 'one JSON object per profile per line',
    names: 'only what other commands take, one per line',
    noStart: 'do not start the app when it is not running',
    dryRun: 'show what would happen, and save nothing',
    importJson: 'one JSON object per server, note and result per line',
    importHost: 'where the server is, for files that do not say',
    importSequence: 'the knocks of servers that come without, such as "7000 8000:udp"',
    passphraseFile: 'read the passphrase of a sealed file from this file',
    exportAs: 'a Toctoc file (the default), a sealed one, knock commands or an ssh configuration',
    exportJson: 'the same as --as json',
  },
  help: {
    knock: `Examples:
  toctoc knock server.example.org 7000 8000:udp 9000
  toctoc knock -w 22 server.example.org 7000 8000 9000 && ssh server.example.org
  toctoc knock -v --server knockd -w 22 192.0.2.10 7000 8000 9000
  toctoc knock "Web server 1"
  toctoc knock --tag web

Exit status: 0 done (and open, if waited for) · 1 not open · 2 wrong usage ·
             3 name not resolved or network unreachable · 4 vault locked ·
             130 interrupted. Of several servers, the highest.`,
    connect: `As ssh's ProxyCommand, so that ssh, scp, sftp, rsync and git knock by
themselves. In ~/.ssh/config:

  Host server.example.org
    ProxyCommand toctoc connect --server knockd %h %p 7000 8000:udp 9000

(--server knockd where the server runs it: a retry then need not wait.)

With a saved profile, which brings its address, its ports and its sequence:

  Host web1
    ProxyCommand toctoc connect --profile "Web server 1"`,
    completionOn: 'To switch it on:',
    completionNames: 'Names of saved profiles are completed while the app is running.',
  },
  /** The headings of the help, and its remarks behind an option. */
  headings: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    choices: 'choices: {{values}}',
    initial: 'default: {{value}}',
  },
  hint: '(toctoc --help shows how)',
  mistakes: {
    unknownOption: 'there is no option {{what}}',
    optionMissingArgument: 'option {{what}} needs a value',
    missingArgument: 'the argument {{what}} is missing',
    invalidArgument: 'option {{what}} does not take {{value}}',
    invalidWord: 'argument {{what}} cannot be {{value}}',
    unknownCommand: 'there is no command {{what}}',
    excessArguments: 'there are too many arguments',
    similar: 'did you mean {{what}}?',
    other: 'this line cannot be read',
  },
} as const;
