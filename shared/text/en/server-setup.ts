/** Comments inside the files that a server gets. */
export const setup = {
  comment: 'Made by Toctoc: door {{port}} of {{name}}',
  openTimed: 'Opens the door to the address that knocked, for {{seconds}} s. Open sessions stay.',
  open: 'Opens the door to the address that knocked, until it sends the close sequence.',
  close: 'Shuts it again. No port of this one is in the sequence above: knocks for one would spoil the other.',
} as const;

/** The page that writes the server's side. */
export const serverSetup = {
  action: 'Set up the server…',
  title: 'Set up the server for “{{name}}”',
  intro: 'Answer, then go through the steps in order. Nothing is sent to the server: you copy each part.',
  back: 'Back to the profile',
  answers: 'About the server',
  steps: 'Steps',
  servicePort: 'Service port',
  servicePortHint: 'What the door hides, such as 22 for ssh',
  firewall: 'Firewall',
  firewallHint: 'The one this server already uses; beside firewalld: nftables',
  interface: 'Interface',
  interfaceHint: 'As “ip -brief address” shows it',
  closing: 'Closing',
  closingTimed: 'By itself, after a time',
  closingSequence: 'By the close sequence',
  openSeconds: 'Stays open (s)',
  openSecondsHint: 'Time to log in; open sessions stay',
  start: 'Distribution',
  startDebian: 'Debian, Ubuntu (/etc/default/knockd)',
  startSystemd: 'Fedora, Arch, openSUSE… (systemd)',
  ipv6: 'IPv6',
  ipv6Hint: 'The door is shut and opens over IPv6 too',
  mend: 'Mend the answers to see the steps.',
  copy: 'Copy',
  copied: 'Copied',
  copyCommand: 'Copy as a command',
  saveFile: 'Save to file…',
  saved: 'Saved as {{path}}',
  onServer: 'On the server',
  onClient: 'On your computer',
  secret: 'Holds your sequence: keep it to yourself.',
  test: 'Test with this profile',
  testHint: 'Runs this profile from here: it should find the door shut, knock, and see it open.',
  apply: 'Note it in the profile',
  applyHint: 'Server kind knockd, its timeout ({{seconds}} s) and the door’s port: retries are then quick.',
  applied: 'The profile knows this server now.',
  generateClose: 'Generate a close sequence',
  noClose: 'This profile has no close sequence. Generate one, or let the door shut by itself.',
  generated: 'The profile has a new sequence; the steps are written with it.',
  next: 'Next: {{step}}',
  timers:
    'A restart of knockd forgets its timers, and doors that are open then stay open: the last command shuts them.',
  warnings: 'Before you begin',
  step: {
    prepare: 'Prepare',
    knockd: 'knockd',
    firewall: 'Firewall',
    test: 'Test',
    keep: 'Keep',
    undo: 'Undo',
  },
  text: {
    prepare:
      'Open a session on the server and keep it open until the test has passed: it is your way back. If a cloud firewall or a router stands in front of the server, the knock ports have to get through it; the server’s own firewall does not need to let them in. Ports that Docker publishes are not guarded by these rules.',
    knockd:
      'Write these files, then start knockd. Nothing is shut yet. If knockd already guards other doors here, keep its file and add only the sections of this door.',
    firewall:
      'From top to bottom. Unless you cancel it, the safety net opens the door again after ten minutes. The last command shuts the door: the session you are in goes on, new ones have to knock.',
    test: 'In a new window, not in the session you keep. The log should say OPEN SESAME. If it stays silent, tcpdump shows whether the knocks arrive at all.',
    keep: 'It works: cancel the safety net, then make the rules last over a restart.',
    undo: 'When you no longer want it. Takes away what the other steps have put on the server: the door is then open to everybody again, as before.',
  },
  block: {
    install: 'Install',
    look: 'See what there is: the interface’s name, the rules in force',
    backup: 'Back up what is there',
    start: 'Start it',
    rescue: 'Safety net: opens the door again in ten minutes',
    shut: 'Shut the door',
    log: 'Watch knockd',
    toctoc: 'Knock with Toctoc',
    knock: 'Or with knock',
    ssh: 'Then connect',
    list: 'See who is let in',
    packets: 'See whether the knocks arrive',
    calm: 'Cancel the safety net',
    keep: 'Make the rules last',
    evict: 'Shut every open door by hand',
    undo: 'Rules',
    undoKeep: 'What makes them last',
    undoKnockd: 'knockd',
  },
  warning: {
    sequenceDoor:
      'The sequence knocks on the door’s own port: every look at the door would then spoil the sequence. Use another port.',
    sequenceTutorial: 'These are the ports of every tutorial, and the first a scanner tries: generate a sequence.',
    sequenceShort: 'Fewer than three knocks are soon found by trying: use three to five.',
    sequenceScan:
      'The ports only rise or only fall: a scan from one end to the other would knock them in order. Mix them, or mix tcp and udp.',
    sequenceRepeats: 'A port occurs twice: a network that duplicates a packet would spoil the sequence.',
    sequenceService:
      'Well-known services listen on some of these ports: their ordinary visitors would be knocking. Use ports where nothing listens.',
    sequenceEphemeral:
      'Linux uses ports from 32768 on for its own outgoing connections, and the answers look like knocks: lower ports are better.',
    closeReversed:
      'The close sequence is the open one backwards: a retry that fails halfway may start it, and then fails again. Use other ports, or let the door shut by itself.',
    closeShares: 'Both sequences share a port: knocks for one spoil the other. Use different ports.',
    closeUnused:
      'This door shuts by itself: the close sequence of this profile would do nothing, and can be taken out of it.',
    payload: 'knockd looks at ports only: the payloads of this sequence make no difference to it.',
    timedShort: 'Less than ten seconds is hardly enough to log in.',
    ufwDenies:
      'Once it is enabled, ufw denies everything that comes in and was not allowed. If “ufw status” says inactive, allow your other services first, then: sudo ufw enable. Everybody is denied in two halves, because ufw skips a deny for everybody where it knows an allow for everybody. Opening a door takes it about a second. Before you undo all this, see that a rule of your own lets you in.',
    ipv6Off: 'If this server has an IPv6 address too, the door stays open there: nothing guards it.',
    oneTimeIpv6:
      'knockd 0.8 understands only the first line of a one-time list over IPv6: knock over IPv4. Toctoc does so by itself where the name has both.',
    oneTimeFew:
      'Few lines are left. knockd 0.8 crashes when the last one is used, and the door may then stay open: make a new list first.',
  },
} as const;
