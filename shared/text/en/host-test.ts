/** The test of a host: what can be known of it without knocking. */
export const hostTest = {
  begin: 'Test the host',
  going: 'Testing the host…',
  cancel: 'Stop the test',
  again: 'Test again',
  title: 'Test of the host',
  busy: 'A run to this server is going on. Test again when it is over.',
  route: 'Packets to {{address}} leave from {{from}}.',
  noRoute: 'This computer has no route to {{address}}.',
  doorOpen: 'Port {{port}} is open: it answered after {{time}}.',
  doorRefused: 'Port {{port}} is refused: the answer came after {{time}}.',
  doorSilent: 'Port {{port}} gives no answer.',
  banner: 'The server says “{{banner}}”.',
  others: 'Another port answered after {{time}}, so the host is up.',
  noOthers: 'The usual ports give no answer either.',
  verdict: {
    open: 'The door is open right now.',
    refused: 'The host answers, and refuses port {{port}}.',
    guarded: 'The host is up, and its door is silent.',
    silent: 'Nothing answers at {{address}}.',
    nobody: 'Nobody on your network has the address {{address}}.',
    'no-route': 'This computer cannot reach {{address}}.',
  },
  hint: {
    open: 'No knock is needed at the moment.',
    refused:
      'The network is fine. Either nothing listens on that port, or a rule rejects it until the right knocks arrive: compare the sequence and the rules with the server’s.',
    guarded:
      'That is how a firewall should look. So the knocks do not fit or do not arrive: compare the sequence with the server’s, and see whether the knock daemon runs there.',
    silent:
      'The host may be off, have another address, or hide from everybody until it is knocked. Compare the address with the server’s, and try from another network.',
    nobody: 'It is off, or it has another address now.',
    'no-route': 'See whether the network is connected, and a VPN that it needs; or choose the other address family.',
  },
} as const;
