/** A run, from the look at the door to what is launched, and a door that is kept open. */
export const run = {
  ready: 'Ready',
  readyHint: 'Knock, and Toctoc opens your session as soon as the door opens.',
  readyHintKnock: 'Knock, and Toctoc tells you when the door opens.',
  readyHintUnchecked: 'Knock: the door is not checked afterwards.',
  resolving: 'Looking up {{host}}…',
  queued: 'Waiting for another run to the same server…',
  looking: 'Looking whether the door is already open…',
  knocking: 'Knock {{index}} of {{of}}',
  flushing: 'Clearing the server’s unfinished sequence: knock {{index}} of {{of}}',
  checking: 'Checking the door…',
  checkingClosed: 'Checking that the door has closed…',
  waitingRetry: 'The door stayed shut. Waiting before the next attempt',
  knockdIsQuick: 'If this server runs knockd, set Server kind under Advanced: retries are then quick.',
  waitingUnfinished: 'An earlier attempt was cut short. Waiting until the server has forgotten it',
  attempt: 'Attempt {{attempt}} of {{max}}',
  address: 'at {{address}}',
  open: 'The door is open',
  openAfter: 'Opened after {{duration}}, at {{time}}.',
  shutAgain: 'The door has shut again',
  alreadyOpen: 'The door was already open',
  alreadyOpenHint: 'No knock was needed.',
  banner: 'The server says',
  mute: 'It opened, but the server did not greet: it may be busy (sshd’s MaxStartups) or may refuse this address.',
  sent: 'All knocks were sent',
  sentHint: 'Sent in {{duration}}. This profile does not check its door.',
  closed: 'The door is closed',
  closedVerified: 'Closed and seen shut after {{duration}}.',
  closedUnverified:
    'The close sequence was sent in {{duration}}. The door has not been seen shut: it never answered, or the check is off.',
  stillOpen: 'The door is still open',
  stillOpenHint_one: 'The close sequence was sent once, and the door still answers. Is the sequence right?',
  stillOpenHint_other:
    'The close sequence was sent {{count}} times, and the door still answers. Is the sequence right?',
  cancelled: 'Cancelled',
  cancelledHint: 'Nothing was launched.',
  failed: 'The knock failed',
} as const;

export const notOpen = {
  title: 'The door did not open',
  silent_one: 'Port {{port}} gave no answer after one attempt.',
  silent_other: 'Port {{port}} gave no answer after {{count}} attempts.',
  refused_one: 'The server was reached, but port {{port}} still refuses after one attempt.',
  refused_other: 'The server was reached, but port {{port}} still refuses after {{count}} attempts.',
  neverOpened: 'Toctoc has never seen this door open. Is {{port}} the right door port?',
  tryTitle: 'What to try',
  trySequence: 'Compare the sequence with the server’s: order, ports, tcp or udp.',
  tryGap: 'Knocks can overtake each other on the way: set Gap to 200 ms.',
  tryNetwork:
    'This network, or a firewall on this computer, may filter unusual ports: try from another network, such as a phone’s, or look at the firewall.',
  tryDaemon: 'See whether the knock daemon runs and listens on the right interface of the server.',
  tryService: 'See whether the service on port {{port}} is running.',
  tryRule: 'A firewall rule above the one that opens the door may reject first: the opening rule must come before it.',
  tryFamily: 'The server may open only for IPv4 or only for IPv6: set Address family under Advanced.',
} as const;

export const launch = {
  starting: 'Starting your session…',
  started: 'Session started in {{client}}.',
  failed: 'The session did not start',
} as const;

export const keepOpen = {
  label: 'Keep open',
  off_one: 'Knocks at once, and again every minute, so that the server does not close the door.',
  off_other: 'Knocks at once, and again every {{count}} minutes, so that the server does not close the door.',
  next: 'Knocks again in',
  now: 'Knocks again in a moment.',
} as const;
