import { code, type HelpPage, heading, keys, label, page, say, steps, text } from '../blocks.ts';

export const firstKnock: HelpPage = [
  text(
    say`A server that hides behind a knock opens a port, its door, only to those who have knocked on other ports in the right order. Toctoc knocks, looks whether the door has opened, and starts your session.`,
  ),
  heading('Try it without any risk'),
  steps(
    say`Choose ${label('practice.title')} in the list. It listens inside the app, and nothing leaves this computer.`,
    say`Press ${label('knock')}. Three knocks leave and its door opens; half a minute later it shuts by itself.`,
    say`Press ${label('welcome.wrong')}. The door stays shut, and you read what the server heard.`,
  ),
  heading('Your own server'),
  steps(
    say`Press ${label('newProfile')} (${keys('newProfile')}).`,
    say`Fill in ${label('editor.name')} and ${label('editor.host')}.`,
    say`Under ${label('editor.sequence')} type the knocks as the server expects them, such as ${code('7000 8000:udp 9000')}.`,
    say`Under ${label('editor.doorPort')} enter the port that opens: 22 for ssh, unless the server has moved it.`,
    say`Under ${label('editor.launch')} choose what starts once the door is open.`,
    say`If the server runs knockd, open ${label('editor.advanced')} and set ${label('editor.serverKind')} to ${label('editor.serverKindKnockd')}: a retry is then a matter of moments.`,
    say`Press ${label('trial.begin')} to knock before anything is saved; nothing is launched. Then press ${label('save')}.`,
    say`Press ${label('knockAndConnect')}. From now on that is all there is to it.`,
  ),
  text(say`It stays shut? See ${page('not-open')}. How a sequence is written: ${page('sequence')}.`),
];
