import { type HelpPage, heading, keys, label, page, points, say, steps, text } from '../blocks.ts';

export const notOpen: HelpPage = [
  text(
    say`After a run that failed, the profile’s page says what was seen, lists likely causes, and often has a button for the first thing to try.`,
  ),
  steps(
    say`If there is a button, press it. ${label('remedy.slower', { gap: '200 ms' })} helps where packets overtake each other on the way; if the door opens, ${label('remedy.keep')} makes it so for good.`,
    say`If it says ${label('hostTest.begin')}, it finds out without knocking whether there is a route, what the door’s port says, and whether anything answers there at all.`,
    say`Press ${label('edit')}, then ${label('editor.show')}, and compare with the server: order, ports, tcp or udp, and ${label('editor.doorPort')}.`,
    say`Try from another network, such as a phone’s: some let no unusual port through.`,
    say`On the server: does the knock daemon run, on the interface that the packets come in by? Does its log show the knocks? ${label('serverSetup.action')} has the commands for that.`,
  ),
  heading('What the answer tells'),
  points(
    say`${label('list.notOpen')}, and no answer: the knocks do not fit, do not arrive, or the host is off.`,
    say`${label('list.notOpen')}, and refused: packets do arrive. Nothing listens on the port, or a rule rejects before the one that opens.`,
    say`It never opened before: perhaps ${label('editor.doorPort')} is another one. Toctoc tries three times at most then, because each attempt may already have run the server’s command.`,
  ),
  heading('Special cases'),
  points(
    say`A name with IPv4 and IPv6: many a knockd opens for IPv4 only. Toctoc tries both; ${label('editor.family')} under ${label('editor.advanced')} settles it.`,
    say`A network that puts a proxy in front of TCP, as some mobile ones do: set ${label('editor.connectMode')} to ${label('editor.connectModeFull')}.`,
    say`Each retry waits, half a minute if the server’s timeout is not known: the server is given time to forget. If it runs knockd, set ${label('editor.serverKind')}.`,
    say`It opens, but the server does not greet: sshd may be busy, or refuse this address.`,
    say`Something else on your network knocks on the same server: two sequences from one address spoil each other.`,
  ),
  heading('Read the picture'),
  text(
    say`Each knock and each look at the door is drawn at its moment. Point at it, or use the arrow keys, for exact times. ${label('history.title')} (${keys('history')}) keeps it: when, which profile, how it went, and never the ports.`,
  ),
  text(say`Gaps and retries in detail: ${page('sequence')}.`),
];
