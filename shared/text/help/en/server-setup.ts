import { type HelpPage, heading, label, page, points, say, steps, text } from '../blocks.ts';

export const serverSetup: HelpPage = [
  text(
    say`Toctoc writes what the server needs: knockd’s configuration, the service’s options, and the rules for iptables, nftables or ufw. Nothing is sent to the server; you copy each part.`,
  ),
  heading('Before you begin'),
  steps(
    say`Make a profile of the server. The dice beside ${label('editor.sequence')} make a random sequence: ${label('oneTime.generateSequence')}.`,
    say`Open a session on the server, and keep it open until the test has passed: it is your way back.`,
  ),
  heading('The setup'),
  steps(
    say`On the profile’s page press ${label('serverSetup.action')}`,
    say`Answer ${label('serverSetup.answers')}: ${label('serverSetup.firewall')}, ${label('serverSetup.interface')}, ${label('serverSetup.servicePort')}, ${label('serverSetup.closing')}, ${label('serverSetup.ipv6')} and ${label('serverSetup.start')}.`,
    say`Read ${label('serverSetup.warnings')}, if it is there: it names what would not work, or what scanners try first.`,
    say`Go through ${label('serverSetup.step.prepare')}, ${label('serverSetup.step.knockd')} and ${label('serverSetup.step.firewall')} in this order. ${label('serverSetup.copy')} takes a part, ${label('serverSetup.copyCommand')} the command that writes the file.`,
    say`Under ${label('serverSetup.step.test')} press ${label('serverSetup.test')}. It should find the door shut, knock, and see it open.`,
    say`Press ${label('serverSetup.apply')}: the profile then knows the server’s kind, its timeout and its door.`,
    say`Under ${label('serverSetup.step.keep')} cancel the safety net, and make the rules last over a restart.`,
  ),
  heading('If something goes wrong'),
  points(
    say`The safety net opens the door again after ten minutes, unless you have cancelled it.`,
    say`${label('serverSetup.step.undo')} takes away what the other steps have put there.`,
    say`The door stays shut in the test: see ${page('not-open')}.`,
  ),
];
