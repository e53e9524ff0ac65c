import { cliSharing } from './cli-sharing.ts';

/** Ce que dit le processus principal lui-même. */
export const app = {
  practiceName: 'Serveur d’entraînement',
  copyName: '{{name}} (copie)',
  practice: {
    listening:
      'Un serveur d’entraînement écoute sur cet ordinateur : frappez {{sequence}}, et sa porte {{door}} s’ouvre.',
    next: `C’était une frappe complète. Pour frapper à un vrai serveur et attendre son port ssh :
  {{command}} knock -v -w 22 <hôte> 7000 8000 9000
Si le serveur utilise knockd, --server knockd accélère les nouvelles tentatives. {{command}} knock --help explique tout.`,
  },
} as const;

/** Les lignes de la commande au sujet d’une frappe. */
export const cli = {
  queued: 'attente d’une autre frappe vers le même serveur',
  looking: 'la porte est-elle déjà ouverte ?',
  checking: 'vérification de la porte',
  waiting: 'attente de {{seconds}} s, le temps que le serveur oublie la dernière tentative',
  knockdIsQuick: 'toctoc : si le serveur utilise knockd, --server knockd évite cette attente',
  attempt: 'tentative {{attempt}} sur {{of}}',
  open: 'ouverte après {{ms}} ms',
  alreadyOpen: 'déjà ouverte : il était inutile de frapper',
  mute: 'toctoc : la porte est ouverte, mais le serveur n’a pas salué : il est peut-être saturé (MaxStartups de sshd) ou refuse cette adresse. Attendez un peu avant de réessayer.',
  sent: 'toute la séquence est partie',
  closed: 'séquence de fermeture envoyée',
  closedVerified: 'fermée',
  notOpen: {
    silent:
      'toctoc : toujours fermée (tentatives : {{attempts}}) : le port ne répond pas. La séquence et le port sont-ils justes ? Essayez un -d plus long ; derrière un autre NAT, le serveur peut voir une autre adresse.',
    refused:
      'toctoc : toujours fermée (tentatives : {{attempts}}) : le port refuse la connexion. La séquence est-elle juste, et le service tourne-t-il ? Essayez un -d plus long ; derrière un autre NAT, le serveur peut voir une autre adresse.',
  },
  stillOpen: 'toctoc : toujours ouverte (séquences de fermeture : {{attempts}}) : la séquence est-elle juste ?',
  cancelled: 'toctoc : interrompu',
  outputLost:
    'toctoc : la sortie standard n’a pas pu être écrite ({{reason}}) : libérez de l’espace, ou redirigez-la ailleurs',
  /** À la place de ce que la fenêtre dit d’un champ. */
  problem: {
    'sequence-long': 'Il y a {{count}} ports : au plus {{max}} par frappe.',
    'no-address-of-family': 'L’hôte « {{host}} » n’a pas d’adresse {{family}} : omettez -4 et -6, ou donnez l’autre.',
    'source-not-available':
      '--source {{source}} n’est pas une adresse de cet ordinateur : vérifiez l’interface, ou omettez --source.',
    'import-unreadable': '{{file}} n’a pas pu être lu ({{reason}}) : vérifiez son nom et ses droits.',
    'import-folder': '{{file}} est un dossier : ses fichiers sont lus quand on le nomme lui-même.',
  },
  sharing: cliSharing,
  /** Au sujet des profils enregistrés, que l’application garde. */
  remote: {
    knock: 'coup {{index}} sur {{of}}',
    flush: 'coup {{index}} sur {{of}} pour effacer la dernière tentative',
    unknown: 'toctoc : aucun profil ne s’appelle « {{profile}} ». Il y a : {{profiles}}.',
    noProfiles:
      'toctoc : aucun profil ne s’appelle « {{profile}} » : aucun n’est encore enregistré. Pour frapper à un hôte, donnez aussi ses ports, comme dans toctoc knock {{profile}} 7000 8000 9000',
    ambiguous:
      'toctoc : plusieurs profils s’appellent « {{profile}} » : {{profiles}}. Donnez l’identifiant entre parenthèses.',
    option:
      'toctoc : {{option}} va avec un hôte et ses ports ; un profil apporte les siens. Modifiez le profil dans la fenêtre.',
    connectUsage:
      'toctoc : donnez un hôte et un port, ou --profile et un profil enregistré, mais pas les deux. (toctoc connect --help explique comment)',
    tagAlone: 'toctoc : --tag apporte ses serveurs : ne donnez ni hôte ni ports',
    tagOrProfile: 'toctoc : nommez un profil enregistré, ou donnez --tag, mais pas les deux',
    tagUnknown: 'toctoc : aucun profil enregistré n’a l’étiquette « {{tag}} ». Il y a : {{tags}}.',
    noTags: 'toctoc : aucun profil enregistré n’a l’étiquette « {{tag}} », ni aucune autre',
    profileEmpty: 'toctoc : le nom est vide : nommez un hôte et ses ports, ou un profil enregistré',
    notRunning: 'toctoc : l’application n’est pas lancée',
    lost: 'toctoc : l’application s’est arrêtée avant d’avoir répondu',
    appMissing:
      'toctoc : l’application n’a pas été trouvée à côté de cette commande, donc les profils enregistrés sont hors d’atteinte : réinstallez Toctoc, ou depuis les sources lancez npm ci && npm run build',
    appFailed: 'toctoc : l’application n’a pas pu démarrer ({{reason}}) : lancez-la à la main, puis réessayez',
    folderUnwritable:
      'toctoc : rien ne peut être écrit dans le dossier de données {{folder}} ({{code}}), donc l’application ne peut pas démarrer : donnez-vous le droit d’y écrire, faites de la place, ou nommez un autre dossier dans TOCTOC_HOME',
    appSilent: 'pas de réponse en {{seconds}} s',
    fewLines:
      'toctoc : il reste {{left}} lignes sur {{total}} dans la liste à usage unique. knockd 0.8 plante quand la dernière est utilisée : créez une nouvelle liste avant, ici et sur le serveur.',
    doorLost: 'toctoc : la séquence est partie, mais la connexion à {{address}}, port {{port}}, a échoué ({{reason}})',
  },
} as const;
