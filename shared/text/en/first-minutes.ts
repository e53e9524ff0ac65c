/** What is there before the first server: the practice server, and three ways on. */
export const welcome = {
  title: 'Welcome to Toctoc',
  text: 'A firewall can hide a port until it hears a secret sequence. Try it with this practice server inside the app, where nothing leaves your computer: knock, and see its door open.',
  wrong: 'Knock it wrong',
  bring: 'Bring my servers',
  next: 'Then a server of your own',
  first: 'Your first server',
  bringHint: 'From ~/.ssh/config, PuTTY, a knockd.conf, a knock command or an export',
  setUp: 'Set up a server',
  setUpHint: 'It has no knock daemon yet: choose a sequence, and get what to paste on the server',
  add: 'Add a server by hand',
  addHint: 'You know its address and its sequence',
} as const;

export const practice = {
  title: 'Practice server',
  text: 'It listens inside the app and behaves like a real one: change the sequence and see why its door stays shut.',
  open: 'Door open',
  shut: 'Door shut',
  shutsIn: 'shuts by itself in {{duration}}',
  step_one: 'Heard knock {{stage}} of {{count}}, in order.',
  step_other: 'Heard knock {{stage}} of {{count}}, in order.',
  opened: 'Heard the whole sequence, in order, in time.',
  closed: 'The door has shut.',
  shutItself: 'It opened, and has shut by itself since, as many doors do.',
  wrong:
    'The first two knocks had changed places: the server heard the second one first, and began again from the start. A real server says just as little.',
  repeated: 'Heard the same knock twice, so it began again from the start.',
  outOfOrder: 'Heard a knock that was not the next one, so it began again from the start.',
  timedOut: 'The knocks came too slowly, so it began again from the start.',
  silence: 'No knock heard yet.',
} as const;
