import { type HelpPage, heading, label, page, points, say, steps, text } from '../blocks.ts';

export const serverSetup: HelpPage = [
  text(
    say`Toctoc écrit ce qu’il faut au serveur : la configuration de knockd, les options du service, et les règles pour iptables, nftables ou ufw. Rien n’est envoyé au serveur ; vous copiez chaque partie.`,
  ),
  heading('Avant de commencer'),
  steps(
    say`Créez un profil pour le serveur. Les dés à côté de ${label('editor.sequence')} tirent une séquence au hasard : ${label('oneTime.generateSequence')}.`,
    say`Ouvrez une session sur le serveur, et gardez-la jusqu’à la fin de l’essai : c’est votre chemin de retour.`,
  ),
  heading('La configuration'),
  steps(
    say`Sur la page du profil, cliquez sur ${label('serverSetup.action')}`,
    say`Répondez sous ${label('serverSetup.answers')} : ${label('serverSetup.firewall')}, ${label('serverSetup.interface')}, ${label('serverSetup.servicePort')}, ${label('serverSetup.closing')}, ${label('serverSetup.ipv6')} et ${label('serverSetup.start')}.`,
    say`Lisez ${label('serverSetup.warnings')}, si ce titre apparaît : il nomme ce qui ne marcherait pas, ou ce qu’un scanner essaie d’abord.`,
    say`Suivez dans cet ordre ${label('serverSetup.step.prepare')}, ${label('serverSetup.step.knockd')} et ${label('serverSetup.step.firewall')}. ${label('serverSetup.copy')} prend une partie, ${label('serverSetup.copyCommand')} la commande qui écrit le fichier.`,
    say`Sous ${label('serverSetup.step.test')}, cliquez sur ${label('serverSetup.test')}. Le profil doit trouver la porte fermée, frapper, et la voir s’ouvrir.`,
    say`Cliquez sur ${label('serverSetup.apply')} : le profil connaît alors le type du serveur, son délai et sa porte.`,
    say`Sous ${label('serverSetup.step.keep')}, annulez le filet, puis faites que les règles survivent à un redémarrage.`,
  ),
  heading('Si quelque chose tourne mal'),
  points(
    say`Le filet rouvre la porte au bout de dix minutes, sauf si vous l’avez annulé.`,
    say`${label('serverSetup.step.undo')} retire ce que les autres étapes ont mis en place.`,
    say`La porte reste fermée à l’essai : voir ${page('not-open')}.`,
  ),
];
