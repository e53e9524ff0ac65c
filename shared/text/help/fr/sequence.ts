import { example, type HelpPage, heading, label, page, points, say, text } from '../blocks.ts';

export const sequence: HelpPage = [
  heading('Écrire une séquence'),
  example(
    '7000 8000:udp 9000        tcp, sauf si udp est écrit\n8000:udp="sésame"         avec un contenu ; 0xCAFE pour des octets\n7000@200 8000             200 ms jusqu’au coup suivant\n7000 2:s 8000             une pause de deux secondes',
  ),
  points(
    say`À côté du texte, chaque étape est une pastille : faites-la glisser, déplacez-la avec Alt et les flèches, ouvrez-la avec Entrée.`,
    say`Une ligne d’un knockd.conf, une commande knock ou le champ de KiTTY se collent tels quels.`,
    say`Les dés en tirent une au hasard : ${label('oneTime.generateSequence')}. Le serveur doit la connaître aussi.`,
  ),
  heading('TCP et UDP'),
  points(
    say`Un coup TCP est le premier paquet d’une connexion, et rien de plus. Toctoc y met fin avant que le système ne puisse le répéter : un port entendu deux fois gâche la séquence.`,
    say`Un coup UDP est un seul paquet. Un contenu n’importe qu’aux serveurs qui le lisent ; knockd ne regarde que les ports.`,
  ),
  heading('Intervalles'),
  points(
    say`${label('editor.gap')} est le temps entre deux coups. 50 ms conviennent à la plupart des réseaux ; là où les paquets arrivent dans le désordre, 200.`,
    say`Tout doit être fini avant que le serveur n’oublie le premier coup : ${label('editor.seqTimeout')}. La barre sous la séquence montre quelle part elle en prend.`,
    say`${label('editor.hold')}, sous ${label('editor.advanced')}, est la durée de vie d’un coup TCP. Il n’y a presque jamais lieu d’y toucher.`,
  ),
  heading('La porte et les nouvelles tentatives'),
  points(
    say`${label('editor.check')} : Toctoc regarde d’abord si la porte est déjà ouverte, puis frappe, puis regarde jusqu’à ce qu’elle s’ouvre. Sans cela, il n’y a qu’une tentative, et personne ne sait ce qu’elle a donné.`,
    say`${label('editor.serverKindKnockd')} : des coups de plus effacent la séquence inachevée d’une tentative manquée, et la suivante part aussitôt, jusqu’à neuf en tout.`,
    say`${label('editor.serverKindOther')} : le serveur a le temps d’oublier ; trois tentatives en tout.`,
    say`Une porte jamais vue ouverte est essayée trois fois au plus.`,
    say`${label('settings.knocking.retries')}, dans les paramètres, peut en décider autrement pour tous les profils.`,
    say`Qui redemande pendant une frappe se joint à elle, et deux profils d’un même serveur passent chacun leur tour.`,
  ),
  text(say`Elle reste fermée ? Voir ${page('not-open')}.`),
];
