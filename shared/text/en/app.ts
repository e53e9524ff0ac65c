/** What main itself says: names it gives, and the command line's practice run. */
export const app = {
  practiceName: 'Practice server',
  copyName: '{{name}} (copy)',
  practice: {
    listening: 'A practice server listens on this computer: knock {{sequence}}, and its door {{door}} opens.',
    next: `That was a whole run. To knock a real server and wait for its ssh port:
  toctoc knock -v -w 22 <host> 7000 8000 9000
With knockd on the server, --server knockd makes retries quick. toctoc knock --help shows everything.`,
  },
} as const;

/** The command line's lines about a run. */
export const cli = {
  queued: 'waiting for another run to the same server',
  looking: 'looking whether the door is already open',
  checking: 'checking the door',
  waiting: 'waiting {{seconds}} s until the server has forgotten the last attempt',
  open: 'open after {{ms}} ms',
  alreadyOpen: 'already open: no knock was needed',
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
} as const;
