import type { Language } from '../en.ts';

/** Une frappe, du premier regard sur le port jusqu’au lancement, et une porte tenue ouverte. */
export const run: Language['ui']['run'] = {
  ready: 'Prêt à frapper',
  readyHint: 'Frappez : Toctoc ouvre votre session dès que la porte s’ouvre.',
  readyHintKnock: 'Frappez : Toctoc vous dit quand la porte s’ouvre.',
  readyHintUnchecked: 'Frappez : la porte n’est pas vérifiée ensuite.',
  resolving: 'Résolution de {{host}}…',
  queued: 'Une autre frappe vers ce serveur passe d’abord…',
  looking: 'La porte est-elle déjà ouverte ?',
  knocking: 'Coup {{index}} sur {{of}}',
  flushing: 'Remise à zéro de la séquence inachevée : coup {{index}} sur {{of}}',
  checking: 'Vérification de la porte…',
  checkingClosed: 'Vérification de la fermeture…',
  waitingRetry: 'La porte est restée fermée. Attente avant la prochaine tentative',
  knockdIsQuick:
    'Si ce serveur utilise knockd, réglez Type de serveur sous Avancé : les nouvelles tentatives seront rapides.',
  waitingUnfinished: 'Une tentative a été interrompue. Attente, le temps que le serveur l’oublie',
  attempt: 'Tentative {{attempt}} sur {{max}}',
  address: 'à {{address}}',
  open: 'La porte est ouverte',
  openAfter: 'Ouverte en {{duration}}, à {{time}}.',
  shutAgain: 'La porte s’est refermée',
  alreadyOpen: 'La porte était déjà ouverte',
  alreadyOpenHint: 'Il n’a pas fallu frapper.',
  banner: 'Le serveur annonce',
  mute: 'Elle s’est ouverte, mais le serveur n’a pas salué : il est peut-être saturé (MaxStartups de sshd) ou refuse cette adresse.',
  sent: 'Tous les coups sont partis',
  sentHint: 'Partis en {{duration}}. Ce profil ne vérifie pas sa porte.',
  closed: 'La porte est fermée',
  closedVerified: 'Refermée et vue fermée en {{duration}}.',
  closedUnverified:
    'La séquence de fermeture est partie en {{duration}} ; on n’a pas vu la porte se fermer : elle n’a jamais répondu, ou la vérification est désactivée.',
  stillOpen: 'La porte est toujours ouverte',
  stillOpenHint_one:
    'La séquence de fermeture a été envoyée une fois, et la porte répond encore. La séquence est-elle la bonne ?',
  stillOpenHint_other:
    'La séquence de fermeture a été envoyée {{count}} fois, et la porte répond encore. La séquence est-elle la bonne ?',
  cancelled: 'Annulé',
  cancelledHint: 'Rien n’a été lancé.',
  failed: 'Les coups ne sont pas partis',
};

export const notOpen: Language['ui']['notOpen'] = {
  title: 'La porte ne s’est pas ouverte',
  silent_one: 'Le port {{port}} n’a pas répondu après une tentative.',
  silent_other: 'Le port {{port}} n’a pas répondu après {{count}} tentatives.',
  refused_one: 'Le serveur est joignable, mais le port {{port}} refuse toujours après une tentative.',
  refused_other: 'Le serveur est joignable, mais le port {{port}} refuse toujours après {{count}} tentatives.',
  neverOpened: 'Toctoc n’a jamais vu cette porte ouverte. {{port}} est-il bien le port protégé ?',
  tryTitle: 'À essayer',
  trySequence: 'Comparez la séquence à celle du serveur : ordre, ports, tcp ou udp.',
  tryGap: 'Les coups peuvent arriver dans le désordre : mettez l’intervalle à 200 ms.',
  tryNetwork:
    'Ce réseau, ou un pare-feu de cet ordinateur, filtre peut-être les ports inhabituels : essayez depuis un autre réseau, celui d’un téléphone par exemple, ou regardez le pare-feu.',
  tryDaemon: 'Vérifiez sur le serveur que le démon tourne et écoute sur la bonne interface.',
  tryService: 'Vérifiez que le service du port {{port}} tourne.',
  tryRule: 'Une règle du pare-feu rejette peut-être avant celle qui ouvre : la règle d’ouverture doit venir d’abord.',
  tryFamily: 'Le serveur n’ouvre peut-être qu’en IPv4 ou qu’en IPv6 : réglez Famille d’adresses sous Avancé.',
};

export const launch: Language['ui']['launch'] = {
  starting: 'Démarrage de votre session…',
  started: 'Session ouverte dans {{client}}.',
  failed: 'La session n’a pas démarré',
};

export const keepOpen: Language['ui']['keepOpen'] = {
  label: 'Garder ouverte',
  off_one: 'Frappe aussitôt, puis toutes les minutes, pour que le serveur ne referme pas la porte.',
  off_other: 'Frappe aussitôt, puis toutes les {{count}} minutes, pour que le serveur ne referme pas la porte.',
  next: 'Frappe de nouveau dans',
  now: 'Frappe de nouveau dans un instant.',
};
