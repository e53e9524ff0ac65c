import { type HelpPage, heading, label, page, points, say, text } from '../blocks.ts';

export const protection: HelpPage = [
  text(
    say`Frapper cache un port à ceux qui balaient les adresses : pas de bannière, pas de journal rempli d’essais, et du temps quand une faille du service devient connue. C’est une serrure au portail du jardin. La porte de la maison reste ssh, avec des clés.`,
  ),
  heading('Cela protège'),
  points(say`Des scanners, des vers et de ceux qui devinent des mots de passe : ils ne trouvent pas le port.`),
  heading('Cela ne protège pas'),
  points(
    say`De qui voit vos paquets : il peut lire la séquence et la répéter. Seule une liste à usage unique y fait quelque chose : ${page('one-time')}.`,
    say`De qui partage votre adresse publique : il passe par la porte que vous avez ouverte, jusqu’à l’identification du service lui-même.`,
    say`De qui retarde ou perd vos paquets : il peut vous laisser dehors.`,
    say`D’un expéditeur falsifié : si la séquence est connue, la porte s’ouvre pour cette adresse.`,
  ),
  heading('Donc'),
  points(
    say`Ne mettez jamais une séquence seule devant un service sans identification.`,
    say`Ne prenez jamais la séquence d’un tutoriel : ${label('oneTime.generateSequence')} en tire une au hasard.`,
    say`Laissez la porte se refermer d’elle-même après peu de temps. Les sessions établies restent, avec les règles que Toctoc écrit : ${page('server-setup')}.`,
  ),
  heading('Ce que fait Toctoc'),
  points(
    say`Les séquences sont scellées, masquées à l’écran, et jamais dans un journal ni dans l’historique : ${page('vault')}.`,
    say`Un lien d’une page web peut choisir un profil, et n’envoie jamais de paquet.`,
    say`Rien n’est envoyé à personne. Sur le réseau ne passent que les coups, les vérifications, ce que vous lancez et, si vous l’avez permis, la question d’une nouvelle version.`,
  ),
];
