import { type HelpPage, heading, label, page, points, say, text } from '../blocks.ts';

export const protection: HelpPage = [
  text(
    say`Knocking hides a port from whoever scans for it: no banner, no log full of guesses, and some time after a flaw in the service becomes known. It is a lock on the garden gate. The door of the house is still ssh with keys.`,
  ),
  heading('It helps against'),
  points(say`Scanners, worms and password guessers: they do not find the port.`),
  heading('It does not help against'),
  points(
    say`Somebody who sees your packets: they can read the sequence and repeat it. Only a one-time list helps: ${page('one-time')}.`,
    say`Somebody behind the same public address as you: they come in by the door that you have opened, up to the service’s own login.`,
    say`Somebody who delays or drops packets: they can keep you out.`,
    say`A forged sender: with a known sequence, the door opens for that address.`,
  ),
  heading('So'),
  points(
    say`Never put a sequence alone in front of a service without a login of its own.`,
    say`Never use the sequence of a tutorial: ${label('oneTime.generateSequence')} makes one by chance.`,
    say`Let the door shut by itself after a short time. Sessions that stand are kept, with the rules that Toctoc writes: ${page('server-setup')}.`,
  ),
  heading('What Toctoc does for it'),
  points(
    say`Sequences are sealed, hidden on screen, and never in a log or the history: ${page('vault')}.`,
    say`A link on a web page can select a profile, and never sends a packet.`,
    say`Nothing is sent home. Traffic is knocks, checks, what you launch and, if you allowed it, the question for a new version.`,
  ),
];
