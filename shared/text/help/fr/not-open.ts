import { type HelpPage, heading, keys, label, page, points, say, steps, text } from '../blocks.ts';

export const notOpen: HelpPage = [
  text(
    say`Après un échec, la page du profil dit ce qui a été vu, énumère les causes probables, et propose souvent un bouton pour la première chose à essayer.`,
  ),
  steps(
    say`S’il y a un bouton, cliquez dessus. ${label('remedy.slower', { gap: '200 ms' })} aide là où les paquets arrivent dans le désordre ; si la porte s’ouvre, ${label('remedy.keep')} le retient pour de bon.`,
    say`S’il dit ${label('hostTest.begin')}, il cherche sans frapper s’il y a une route, ce que dit le port protégé, et si quoi que ce soit répond à cette adresse.`,
    say`Cliquez sur ${label('edit')}, puis sur ${label('editor.show')}, et comparez avec le serveur : ordre, ports, tcp ou udp, et ${label('editor.doorPort')}.`,
    say`Essayez depuis un autre réseau, celui d’un téléphone par exemple : certains ne laissent passer aucun port inhabituel.`,
    say`Sur le serveur : le démon tourne-t-il, sur l’interface par où arrivent les paquets ? Son journal montre-t-il les coups ? ${label('serverSetup.action')} donne les commandes pour le voir.`,
  ),
  heading('Ce que dit la réponse'),
  points(
    say`${label('list.notOpen')}, et aucune réponse : les coups ne conviennent pas, n’arrivent pas, ou l’hôte est éteint.`,
    say`${label('list.notOpen')}, et un refus : les paquets arrivent. Rien n’écoute sur ce port, ou une règle rejette avant celle qui ouvre.`,
    say`Elle ne s’est encore jamais ouverte : ${label('editor.doorPort')} est peut-être un autre. Toctoc essaie alors trois fois au plus, car chaque tentative a pu lancer la commande du serveur.`,
  ),
  heading('Cas particuliers'),
  points(
    say`Un nom qui a de l’IPv4 et de l’IPv6 : bien des knockd n’ouvrent qu’en IPv4. Toctoc essaie les deux ; ${label('editor.family')}, sous ${label('editor.advanced')}, tranche.`,
    say`Un réseau qui place un proxy devant TCP, comme certains réseaux mobiles : mettez ${label('editor.connectMode')} sur ${label('editor.connectModeFull')}.`,
    say`Chaque nouvelle tentative attend, une demi-minute si le délai du serveur est inconnu : le serveur a le temps d’oublier. S’il utilise knockd, réglez ${label('editor.serverKind')}.`,
    say`Elle s’ouvre, mais le serveur ne salue pas : sshd est peut-être saturé, ou refuse cette adresse.`,
    say`Autre chose sur votre réseau frappe au même serveur : deux séquences venues d’une même adresse se gâchent l’une l’autre.`,
  ),
  heading('Lire l’image'),
  text(
    say`Chaque coup et chaque regard sur la porte sont dessinés à leur instant. Le pointeur ou les flèches donnent les temps exacts. ${label('history.title')} (${keys('history')}) garde le tout : quand, quel profil, comment cela s’est passé, et jamais les ports.`,
  ),
  text(say`Intervalles et nouvelles tentatives en détail : ${page('sequence')}.`),
];
