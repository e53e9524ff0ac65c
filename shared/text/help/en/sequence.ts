import { example, type HelpPage, heading, label, page, points, say, text } from '../blocks.ts';

export const sequence: HelpPage = [
  heading('Write a sequence'),
  example(
    '7000 8000:udp 9000        tcp unless it says udp\n8000:udp="open sesame"    with a payload; 0xCAFE for bytes\n7000@200 8000             200 ms until the next knock\n7000 2:s 8000             a pause of two seconds',
  ),
  points(
    say`Beside the text each step is a chip: drag it, move it with Alt and the arrows, open it with Enter.`,
    say`A line of a knockd.conf, a knock command or KiTTY’s field can be pasted as it is.`,
    say`The dice make a random one: ${label('oneTime.generateSequence')}. The server has to know it too.`,
  ),
  heading('TCP and UDP'),
  points(
    say`A TCP knock is the first packet of a connection and nothing more. Toctoc ends it before the system could send it again: a port that is heard twice spoils the sequence.`,
    say`A UDP knock is one packet. A payload matters only to servers that look into it; knockd looks at ports alone.`,
  ),
  heading('Gaps'),
  points(
    say`${label('editor.gap')} is the time between two knocks. 50 ms suit most networks; where packets overtake each other, 200 do.`,
    say`All of it has to be over before the server forgets the first knock: ${label('editor.seqTimeout')}. The bar under the sequence shows how much of that it takes.`,
    say`${label('editor.hold')}, under ${label('editor.advanced')}, is how long a TCP knock lives. It hardly ever needs to be changed.`,
  ),
  heading('The door and retries'),
  points(
    say`${label('editor.check')}: Toctoc first looks whether the door is open already, then knocks, then looks until it opens. Without the check there is one attempt, and nobody knows how it went.`,
    say`${label('editor.serverKindKnockd')}: the half-done sequence of a failed attempt is cleared by extra knocks, and the next attempt follows at once, up to nine in all.`,
    say`${label('editor.serverKindOther')}: the server is given time to forget; three attempts in all.`,
    say`A door that has never been seen open is tried three times at most.`,
    say`${label('settings.knocking.retries')}, in the settings, can say otherwise for all profiles.`,
    say`Who asks again while a run goes on joins it, and two profiles on one server take turns.`,
  ),
  text(say`It stays shut? See ${page('not-open')}.`),
];
