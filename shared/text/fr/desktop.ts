/** Ce qui se trouve hors de la fenêtre : l’icône, les questions, les notifications. */
export const desktop = {
  tray: {
    connect: 'Frapper et se connecter',
    knock: 'Frapper',
    close: 'Fermer la porte',
    again: '{{action}} : {{name}}',
    running: '{{name}} : {{phase}}',
    cancel: 'Annuler',
    cancelAll: 'Tout annuler',
    range: '{{first}} … {{last}}',
    more: '{{count}} de plus : voir le choix rapide',
    fewLines: 'Lignes à usage unique : {{left}} sur {{total}}, créez une nouvelle liste (knockd plante à la dernière)',
    none: 'Aucun serveur',
    unlock: 'Déverrouiller…',
    open: 'Ouvrir Toctoc',
    quickPick: 'Choix rapide',
    settings: 'Paramètres',
    quit: 'Quitter',
  },
  /** Le menu de l’application, que seul un Mac montre. */
  menu: {
    about: 'À propos de Toctoc',
    settings: 'Réglages…',
    helpMenu: 'Aide',
    help: 'Aide de Toctoc',
  },
  /** Où en est une frappe, derrière le nom du serveur. */
  phase: {
    resolving: 'recherche de son nom',
    queued: 'attend son tour',
    looking: 'la porte est-elle ouverte ?',
    waiting: 'attente avant la prochaine tentative',
    knocking: 'frappe',
    checking: 'vérification de la porte',
    starting: 'ouverture de la session',
  },
  /** Ce que dit l’icône quand le pointeur s’y arrête. */
  icon: {
    idle: 'Toctoc',
    knocking: 'Toctoc : {{names}}',
    open: 'Toctoc : {{name}} est ouvert',
    kept: 'Toctoc garde ouvert : {{names}}',
    failed: 'Toctoc : {{name}} ne s’est pas ouvert',
    unlaunched: 'Toctoc : {{name}} est ouvert, mais sa session n’a pas démarré',
  },
  /** Quand une frappe se termine et que personne ne regarde nos fenêtres. */
  notification: {
    open: '{{name}} : la porte est ouverte',
    started: 'Session ouverte dans {{client}}.',
    unlaunched: '{{name}} : ouverte, mais la session n’a pas démarré',
    sent: '{{name}} : toute la séquence est partie',
    closed: '{{name}} : la porte est fermée',
    verified: 'Vue fermée.',
    unverified: 'La séquence de fermeture est partie ; personne n’a regardé la porte.',
    stillOpen: '{{name}} : la porte est encore ouverte',
    stillOpenHint: 'La séquence de fermeture est partie, et la porte répond encore.',
    notOpen: '{{name}} : la porte ne s’est pas ouverte',
    silent: 'Elle ne répond pas. Cliquez pour voir quoi essayer.',
    refused: 'Le serveur répond, mais refuse encore ce port. Cliquez pour voir quoi essayer.',
  },
  /** L’application doit se terminer alors qu’une saisie n’est pas enregistrée. */
  unsaved: {
    title: 'Quitter et perdre les modifications non enregistrées ?',
    text: 'Ce qui n’est pas enregistré est gardé tant que Toctoc tourne, pas au-delà.',
    stay: 'Reprendre la saisie',
    leave: 'Quitter sans enregistrer',
  },
  cannotStart: {
    title: 'Toctoc ne peut pas démarrer',
    dataFolder:
      'Rien ne peut être écrit dans son dossier de données, {{path}} ({{code}}). Donnez-vous le droit d’y écrire, faites de la place sur le disque, ou indiquez un autre dossier avec --user-data-dir=DOSSIER. Rien n’a été modifié.',
    damaged:
      'Un élément du programme manque ou ne peut être lu : {{path}}. Réinstallez Toctoc ; vos serveurs sont enregistrés ailleurs, et y restent.',
    unexpected: 'Un problème est survenu au démarrage. {{path}} dit lequel. Vos serveurs sont là où ils étaient.',
  },
  hanging: {
    title: 'La fenêtre ne répond pas',
    text: 'Les frappes continuent, et ce qui a été saisi pour un serveur est conservé si la fenêtre est rechargée.',
    wait: 'Attendre',
    reload: 'Recharger',
  },
  crashing: {
    title: 'La fenêtre plante à répétition',
    text: 'Toctoc lui-même continue, et ses frappes aussi. Si recharger la fenêtre ne suffit pas, quittez Toctoc et relancez-le ; le détail est dans son journal.',
    again: 'Recharger',
    close: 'Fermer la fenêtre',
  },
  closing: {
    title: 'Garder Toctoc dans la zone de notification ?',
    text: 'Il y reste à portée de clic, et garde les portes ouvertes comme demandé. Relancer Toctoc montre la fenêtre. Les paramètres permettent d’en changer.',
    keep: 'Garder',
    quit: 'Quitter',
  },
} as const;
