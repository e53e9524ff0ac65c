/** One-time lists: sequences that the server takes once each. */
export const oneTime = {
  label: 'One-time list',
  hint: 'For knockd’s one_time_sequences: a new sequence for every opening, in the place of the one above.',
  generate: 'Generate a list',
  import: 'Import a list…',
  left: '{{left}} of {{total}} left',
  inSequence: 'From the one-time list',
  next: 'Next line',
  nextHint: 'Of {{total}}. Change it only when the server stands elsewhere in its list.',
  saveForServer: 'Save for the server…',
  saved: 'Saved as {{path}}',
  remove: 'Remove the list',
  few: 'Few lines are left. knockd 0.8 crashes when the last one is used, and the door may then stay open: make a new list, here and on the server, before that.',
  ipv6: 'knockd 0.8 never learns the second line over IPv6: choose IPv4, or Automatic.',
  check: 'A line is used up only when the door was seen open: the door is looked at even though Check the door is off.',
  generated:
    'Save it for the server too, as the file that one_time_sequences names. Set up the server… writes everything.',
  generateSequence: 'Generate a sequence',
  generatedSequence: '{{knocks}}, about {{bits}} bits of chance. The server has to know it too.',
} as const;
