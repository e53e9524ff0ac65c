import { cliSharing } from './cli-sharing.ts';

/** What main itself says: names it gives, and the command line's practice run. */
export const app = {
  practiceName: 'Practice server',
  copyName: '{{name}} (copy)',
  practice: {
    listening: 'A practice server listens on this computer: knock {{sequence}}, and its door {{door}} opens.',
    next: `That was a whole run. To knock a real server and wait for its ssh port:
  {{command}} knock -v -w 22 <host> 7000 8000 9000
With knockd on the server, --server knockd makes retries quick. {{command}} knock --help shows everything.`,
  },
} as const;

/** The command line's lines about a run. */
export const cli = {
  queued: 'waiting for another run to the same server',
  looking: 'looking whether the door is already open',
  checking: 'checking the door',
  waiting: 'waiting {{seconds}} s until the server has forgotten the last attempt',
  knockdIsQuick: 'toctoc: if the server runs knockd, --server knockd need not wait',
  attempt: 'attempt {{attempt}} of {{of}}',
  open: 'open after {{ms}} ms',
  alreadyOpen: 'already open: no knock was needed',
  mute: 'toctoc: the door is open, but the server did not greet: it may be busy (sshd’s MaxStartups) or may refuse this address. Wait a little before the next try.',
  sent: 'all knocks sent',
  closed: 'close sequence sent',
  closedVerified: 'closed',
  notOpen: {
    silent:
      'toctoc: not open (attempts: {{attempts}}): the port gives no answer. Is the sequence right, and the port? Try a longer -d; behind another NAT the server may see a different address.',
    refused:
      'toctoc: not open (attempts: {{attempts}}): the port is refused. Is the sequence right, and does the service run? Try a longer -d; behind another NAT the server may see a different address.',
  },
  stillOpen: 'toctoc: still open (close sequences sent: {{attempts}}): is the sequence right?',
  cancelled: 'toctoc: interrupted',
  outputLost: 'toctoc: standard output could not be written ({{reason}}): free some space, or send it elsewhere',
  /** In the place of what the window says of a field. */
  problem: {
    'sequence-long': 'There are {{count}} ports: a run takes at most {{max}}.',
    'no-address-of-family': 'Host “{{host}}” has no {{family}} address: leave -4 and -6 out, or give the other one.',
    'source-not-available':
      '--source {{source}} is not an address of this computer: check the interface, or leave --source out.',
    'import-unreadable': '{{file}} could not be read ({{reason}}): check its name and its rights.',
    'import-folder': '{{file}} is a folder: its files are read when it is named itself.',
  },
  sharing: cliSharing,
  /** About saved profiles, which the app has. */
  remote: {
    knock: 'knock {{index}} of {{of}}',
    flush: 'knock {{index}} of {{of}} to clear the last attempt',
    unknown: 'toctoc: no profile is called “{{profile}}”. There is: {{profiles}}.',
    noProfiles:
      'toctoc: no profile is called “{{profile}}”: none is saved yet. To knock a host, say its ports too, as in toctoc knock {{profile}} 7000 8000 9000',
    ambiguous: 'toctoc: several profiles are called “{{profile}}”: {{profiles}}. Say the id in brackets.',
    option:
      'toctoc: {{option}} belongs to a host and its ports; a profile brings its own. Change the profile in the window.',
    connectUsage:
      'toctoc: say a host and a port, or --profile and a saved profile, but not both. (toctoc connect --help shows how)',
    tagAlone: 'toctoc: --tag brings its own servers: leave the host and the ports out',
    tagOrProfile: 'toctoc: name a saved profile, or give --tag, but not both',
    tagUnknown: 'toctoc: no saved profile has the tag “{{tag}}”. There is: {{tags}}.',
    noTags: 'toctoc: no saved profile has the tag “{{tag}}”, nor any other',
    profileEmpty: 'toctoc: the name is empty: name a host and its ports, or a saved profile',
    notRunning: 'toctoc: the app is not running',
    lost: 'toctoc: the app ended before it had answered',
    appMissing:
      'toctoc: the app was not found beside this command, so saved profiles cannot be used: install Toctoc anew, or from source run npm ci && npm run build',
    appFailed: 'toctoc: the app could not be started ({{reason}}): start it by hand, and try again',
    folderUnwritable:
      'toctoc: nothing can be written in the data folder {{folder}} ({{code}}), so the app cannot be started: give yourself the right to write there, make room, or name another folder in TOCTOC_HOME',
    appSilent: 'no answer within {{seconds}} s',
    fewLines:
      'toctoc: {{left}} of {{total}} one-time lines left. knockd 0.8 crashes when the last one is used: make a new list, here and on the server, before that.',
    doorLost: 'toctoc: the knocks were sent, but {{address}} port {{port}} could not be connected to ({{reason}})',
  },
} as const;
