import { code, type HelpPage, heading, label, page, points, say, steps, text } from '../blocks.ts';

export const ssh: HelpPage = [
  heading('ssh frappe de lui-même'),
  steps(
    say`Sur la page du profil, cliquez sur ${label('launching.withSsh.open')}`,
    say`Choisissez un nom court sous ${label('launching.withSsh.alias')}, par exemple ${code('web1')}.`,
    say`Lisez ce qui sera écrit, et où. Cliquez ensuite sur ${label('launching.withSsh.add')}.`,
    say`Dans n’importe quel terminal, tapez ${code('ssh web1')}. scp, sftp, rsync, git et VS Code passent de même.`,
  ),
  text(
    say`Une copie de votre configuration SSH est gardée à côté d’elle, et ${label('launching.withSsh.remove')} la laisse telle qu’elle était. Une copie portable de Toctoc doit d’abord être installée : ssh ne la trouverait pas.`,
  ),
  heading('Ce que Toctoc lance'),
  text(
    say`${label('editor.launch')}, dans la saisie d’un profil, propose ce qui est installé : OpenSSH dans l’un de vos terminaux et, là où le système les connaît, PuTTY, KiTTY, WinSCP et le bureau à distance ; aussi des liens sftp, ftp et web, une commande à vous, ou rien.`,
  ),
  points(
    say`ssh et PuTTY vont à l’adresse même où l’on a frappé. Les clés d’hôte et votre configuration suivent toujours le nom.`,
    say`${label('editor.user')} et ${label('editor.identityFile')} peuvent rester vides : votre configuration SSH décide alors.`,
    say`PuTTY : ${label('launching.session')} apporte ses réglages ; l’hôte, le port et l’utilisateur viennent du profil.`,
    say`${label('launching.jumpHost')} : c’est à lui qu’on frappe et lui qu’on vérifie, et ${label('editor.doorPort')} est son port.`,
    say`${label('launching.custom')} : la commande est coupée aux espaces, sans shell. Elle connaît ${code('{host}')}, ${code('{address}')}, ${code('{port}')}, ${code('{user}')}, ${code('{key}')} et ${code('{name}')}.`,
    say`${label('settings.launch.terminal')}, dans les paramètres, sert aux profils qui n’en nomment aucun.`,
  ),
  text(say`Dans des scripts : ${page('command-line')}.`),
];
