import { code, type HelpPage, heading, label, page, points, say, steps, text } from '../blocks.ts';

export const oneTime: HelpPage = [
  text(
    say`Qui voit passer vos paquets peut répéter une séquence. Avec une liste à usage unique, chaque ouverture en prend une nouvelle, et une ancienne n’ouvre plus rien. Le serveur doit être un knockd avec ${code('one_time_sequences')}.`,
  ),
  steps(
    say`Cliquez sur ${label('edit')}, ouvrez ${label('editor.advanced')} et, sous ${label('oneTime.label')}, cliquez sur ${label('oneTime.generate')} : cinquante lignes. Si le serveur a déjà une liste, cliquez sur ${label('oneTime.import')}`,
    say`Cliquez sur ${label('oneTime.saveForServer')} et mettez le fichier là où le dit ${code('one_time_sequences')} sur le serveur. Ou bien cliquez sur ${label('save')}, puis sur ${label('serverSetup.action')}, qui écrit tout.`,
    say`Cliquez sur ${label('save')}, et frappez comme d’habitude.`,
  ),
  heading('Bon à savoir'),
  points(
    say`La liste n’avance qu’une fois la porte vue ouverte. Un serveur en avance ou en retard d’une ligne est retrouvé.`,
    say`Si le serveur est ailleurs dans sa liste, dites où sous ${label('oneTime.next')}.`,
    say`${label('settings.knocking.retries')}, dans les paramètres, ne vaut pas pour les listes : chaque tentative userait une ligne.`,
    say`Faites une nouvelle liste avant la fin de l’ancienne : knockd 0.8 plante quand la dernière ligne sert, et la porte peut alors rester ouverte.`,
    say`En IPv6, knockd 0.8 n’apprend jamais la deuxième ligne : laissez ${label('editor.family')} sur ${label('editor.familyIpv4')} ou ${label('editor.familyAutomatic')}.`,
    say`Une liste appartient à un seul profil et à un seul ordinateur : deux qui useraient les mêmes lignes se gêneraient.`,
  ),
  text(say`Ce dont cela protège : ${page('protection')}.`),
];
