import { code, type HelpPage, heading, label, page, points, say, steps, text } from '../blocks.ts';

export const oneTime: HelpPage = [
  text(
    say`Whoever can see your packets can repeat a sequence. With a one-time list every opening takes a new one, and an old one opens nothing. The server has to be a knockd with ${code('one_time_sequences')}.`,
  ),
  steps(
    say`Press ${label('edit')}, open ${label('editor.advanced')}, and under ${label('oneTime.label')} press ${label('oneTime.generate')}: fifty lines. If the server has a list already, press ${label('oneTime.import')}`,
    say`Press ${label('oneTime.saveForServer')}, and put the file where the server’s ${code('one_time_sequences')} points. Or press ${label('save')}, then ${label('serverSetup.action')}, which writes all of it.`,
    say`Press ${label('save')}, and knock as ever.`,
  ),
  heading('Good to know'),
  points(
    say`The list moves on only after the door was seen open. A server that is one line ahead or behind is found again.`,
    say`If the server stands elsewhere in its list, say where under ${label('oneTime.next')}.`,
    say`${label('settings.knocking.retries')}, in the settings, does not hold for lists: each attempt would use up a line.`,
    say`Make a new list before the old one ends: knockd 0.8 crashes when the last line is used, and the door may then stay open.`,
    say`Over IPv6 knockd 0.8 never learns the second line: let ${label('editor.family')} be ${label('editor.familyIpv4')} or ${label('editor.familyAutomatic')}.`,
    say`One list belongs to one profile and one computer: two that use the same lines get in each other’s way.`,
  ),
  text(say`What it protects against: ${page('protection')}.`),
];
