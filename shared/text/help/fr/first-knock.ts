import { code, type HelpPage, heading, keys, label, page, say, steps, text } from '../blocks.ts';

export const firstKnock: HelpPage = [
  text(
    say`Un serveur protégé ainsi n’ouvre un port, sa porte, qu’à ceux qui ont frappé à d’autres ports dans le bon ordre. Toctoc frappe, regarde si la porte s’est ouverte, et lance votre session.`,
  ),
  heading('Essayer sans aucun risque'),
  steps(
    say`Choisissez ${label('practice.title')} dans la liste. Il écoute dans l’application, et rien ne quitte cet ordinateur.`,
    say`Cliquez sur ${label('knock')}. Trois coups partent et sa porte s’ouvre ; une demi-minute plus tard, elle se referme d’elle-même.`,
    say`Cliquez sur ${label('welcome.wrong')}. La porte reste fermée, et vous lisez ce que le serveur a entendu.`,
  ),
  heading('Votre propre serveur'),
  steps(
    say`Cliquez sur ${label('newProfile')} (${keys('newProfile')}).`,
    say`Remplissez ${label('editor.name')} et ${label('editor.host')}.`,
    say`Sous ${label('editor.sequence')}, tapez les coups tels que le serveur les attend, par exemple ${code('7000 8000:udp 9000')}.`,
    say`Sous ${label('editor.doorPort')}, indiquez le port qui s’ouvre : 22 pour ssh, sauf si le serveur l’a déplacé.`,
    say`Sous ${label('editor.launch')}, choisissez ce qui démarre une fois la porte ouverte.`,
    say`Si le serveur utilise knockd, ouvrez ${label('editor.advanced')} et mettez ${label('editor.serverKind')} sur ${label('editor.serverKindKnockd')} : une nouvelle tentative ne prend alors qu’un instant.`,
    say`${label('trial.begin')} frappe avant que rien ne soit enregistré ; rien n’est lancé. Cliquez ensuite sur ${label('save')}.`,
    say`Cliquez sur ${label('knockAndConnect')}. Désormais, il n’y a rien d’autre à faire.`,
  ),
  text(say`Elle reste fermée ? Voir ${page('not-open')}. Comment s’écrit une séquence : ${page('sequence')}.`),
];
