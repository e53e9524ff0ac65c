/** What `toctoc import` and `toctoc export` say. */
export const cliSharing = {
  add: '+ {{name}}  {{place}}  {{knocks}}',
  change: '~ {{name}}  {{place}}  changes {{fields}} of “{{existing}}”',
  same: '= {{name}}  {{place}}  is already here',
  incomplete: '! {{name}}  {{place}}  {{why}}',
  knocks: 'knocks: {{count}}',
  noHost: 'has no address: say --host',
  noSequence: 'has no sequence: say --sequence',
  note: '{{file}}:{{line}}: {{text}}',
  wholeNote: '{{file}}: {{text}}',
  result: 'added: {{added}}, changed: {{changed}}, left out: {{skipped}}',
  dryResult: 'would add: {{added}}, would change: {{changed}}, would leave out: {{skipped}}',
  sealed: 'toctoc: this file is sealed: say --passphrase-file, or run this in a terminal',
  askPassphrase: 'Passphrase:',
  standardInput: 'standard input',
} as const;
