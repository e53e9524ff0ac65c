/** Commentaires des fichiers du serveur. */
export const setup = {
  comment: 'Créé par Toctoc : porte {{port}} de {{name}}',
  openTimed: 'Ouvre la porte à l’adresse qui a frappé, pendant {{seconds}} s. Les sessions établies restent ouvertes.',
  open: 'Ouvre la porte à l’adresse qui a frappé, jusqu’à ce qu’elle envoie la séquence de fermeture.',
  close: 'La referme. Aucun de ces ports n’est dans la séquence ci-dessus : l’une gâcherait l’autre.',
} as const;

export const serverSetup = {
  action: 'Configurer le serveur…',
  title: 'Configurer le serveur de « {{name}} »',
  intro:
    'Répondez, puis suivez les étapes dans l’ordre. Rien n’est envoyé au serveur : c’est vous qui copiez chaque partie.',
  back: 'Retour au profil',
  answers: 'À propos du serveur',
  steps: 'Étapes',
  servicePort: 'Port du service',
  servicePortHint: 'Ce que la porte cache, par exemple 22 pour ssh',
  firewall: 'Pare-feu',
  firewallHint: 'Celui que ce serveur utilise déjà ; à côté de firewalld : nftables',
  interface: 'Interface',
  interfaceHint: 'Comme « ip -brief address » la montre',
  closing: 'Fermeture',
  closingTimed: 'D’elle-même, après un temps',
  closingSequence: 'Par la séquence de fermeture',
  openSeconds: 'Reste ouverte (s)',
  openSecondsHint: 'Le temps de se connecter ; les sessions établies restent',
  start: 'Distribution',
  startDebian: 'Debian, Ubuntu (/etc/default/knockd)',
  startSystemd: 'Fedora, Arch, openSUSE… (systemd)',
  ipv6: 'IPv6',
  ipv6Hint: 'La porte est fermée, et s’ouvre, en IPv6 aussi',
  mend: 'Corrigez les réponses pour voir les étapes.',
  copy: 'Copier',
  copied: 'Copié',
  copyCommand: 'Copier comme commande',
  saveFile: 'Enregistrer…',
  saved: 'Enregistré : {{path}}',
  onServer: 'Sur le serveur',
  onClient: 'Sur votre ordinateur',
  secret: 'Contient votre séquence : gardez-le pour vous.',
  test: 'Essayer avec ce profil',
  testHint: 'Lance ce profil d’ici : il doit trouver la porte fermée, frapper, et la voir s’ouvrir.',
  apply: 'Le noter dans le profil',
  applyHint:
    'Type de serveur knockd, son délai ({{seconds}} s) et le port protégé : les nouvelles tentatives sont alors rapides.',
  applied: 'Le profil connaît maintenant ce serveur.',
  generateClose: 'Générer une séquence de fermeture',
  noClose: 'Ce profil n’a pas de séquence de fermeture. Générez-en une, ou laissez la porte se fermer d’elle-même.',
  generated: 'Le profil a une nouvelle séquence ; les étapes en tiennent compte.',
  next: 'Suivant : {{step}}',
  timers:
    'Redémarrer knockd lui fait oublier ses minuteries, et les portes ouvertes à ce moment le restent : la dernière commande les ferme.',
  warnings: 'Avant de commencer',
  step: {
    prepare: 'Préparer',
    knockd: 'knockd',
    firewall: 'Pare-feu',
    test: 'Essayer',
    keep: 'Pérenniser',
    undo: 'Désinstaller',
  },
  text: {
    prepare:
      'Ouvrez une session sur le serveur et gardez-la ouverte jusqu’à ce que l’essai ait réussi : c’est votre chemin de retour. Si un pare-feu d’hébergeur ou un routeur se trouve devant le serveur, les ports où l’on frappe doivent le traverser ; le pare-feu du serveur lui-même n’a pas besoin de les laisser entrer. Les ports publiés par Docker ne sont pas gardés par ces règles.',
    knockd:
      'Écrivez ces fichiers, puis démarrez knockd. Rien n’est encore fermé. Si knockd garde déjà d’autres portes ici, gardez son fichier et n’y ajoutez que les sections de cette porte.',
    firewall:
      'De haut en bas. Si vous ne l’annulez pas, le filet rouvre la porte au bout de dix minutes. La dernière commande ferme la porte : votre session continue, les nouvelles devront frapper.',
    test: 'Dans une nouvelle fenêtre, pas dans la session que vous gardez. Le journal doit dire OPEN SESAME. S’il reste muet, tcpdump montre si les coups arrivent.',
    keep: 'Tout fonctionne : annulez le filet, puis faites que les règles survivent à un redémarrage.',
    undo: 'Quand vous n’en voulez plus. Retire du serveur ce que les autres étapes y ont mis : la porte est de nouveau ouverte à tous, comme avant.',
  },
  block: {
    install: 'Installer',
    look: 'Voir l’existant : le nom de l’interface, les règles en vigueur',
    backup: 'Sauvegarder l’existant',
    start: 'Le démarrer',
    rescue: 'Filet : rouvre la porte dans dix minutes',
    shut: 'Fermer la porte',
    log: 'Regarder knockd',
    toctoc: 'Frapper avec Toctoc',
    knock: 'Ou avec knock',
    ssh: 'Puis se connecter',
    list: 'Voir qui peut entrer',
    packets: 'Voir si les coups arrivent',
    calm: 'Annuler le filet',
    keep: 'Rendre les règles permanentes',
    evict: 'Refermer à la main toutes les portes ouvertes',
    undo: 'Règles',
    undoKeep: 'Ce qui les rend permanentes',
    undoKnockd: 'knockd',
  },
  warning: {
    sequenceDoor:
      'La séquence frappe au port protégé lui-même : chaque vérification de la porte la gâcherait. Prenez un autre port.',
    sequenceTutorial:
      'Ce sont les ports de tous les tutoriels, les premiers qu’un scanner de ports essaie : générez une séquence.',
    sequenceShort: 'Moins de trois coups se trouvent vite par essais : prenez-en trois à cinq.',
    sequenceScan:
      'Les ports ne font que monter ou que descendre : un balayage d’un bout à l’autre les frapperait dans l’ordre. Mélangez-les, ou mélangez tcp et udp.',
    sequenceRepeats: 'Un port revient deux fois : un réseau qui duplique un paquet gâcherait la séquence.',
    sequenceService:
      'Des services connus écoutent sur certains de ces ports : leurs visiteurs ordinaires frapperaient. Prenez des ports où rien n’écoute.',
    sequenceEphemeral:
      'À partir de 32768, Linux prend les ports pour ses propres connexions sortantes, et les réponses ressemblent à des coups : mieux vaut des ports plus bas.',
    closeReversed:
      'La séquence de fermeture est celle d’ouverture à l’envers : une tentative interrompue peut la commencer, et la suivante échoue. Prenez d’autres ports, ou laissez la porte se fermer d’elle-même.',
    closeShares: 'Les deux séquences ont un port en commun : l’une gâche l’autre. Prenez des ports différents.',
    closeUnused:
      'Cette porte se ferme d’elle-même : la séquence de fermeture de ce profil ne servirait à rien, et peut en être retirée.',
    payload: 'knockd ne regarde que les ports : les contenus de cette séquence ne changent rien pour lui.',
    timedShort: 'Moins de dix secondes suffisent à peine pour se connecter.',
    ufwDenies:
      'Une fois activé, ufw refuse tout ce qui entre et n’a pas été autorisé. Si « ufw status » dit inactif, autorisez d’abord vos autres services, puis : sudo ufw enable. Tout le monde est refusé en deux moitiés, car ufw saute un refus pour tous là où il connaît une autorisation pour tous. Ouvrir une porte lui prend environ une seconde. Avant de désinstaller, vérifiez qu’une règle à vous vous laisse entrer.',
    ipv6Off: 'Si ce serveur a aussi une adresse IPv6, la porte y reste ouverte : rien ne la garde.',
    oneTimeIpv6:
      'En IPv6, knockd 0.8 ne comprend que la première ligne d’une liste à usage unique : frappez en IPv4. Toctoc le fait de lui-même quand le nom a les deux.',
    oneTimeFew:
      'Il reste peu de lignes. knockd 0.8 plante quand la dernière sert, et la porte peut alors rester ouverte : faites d’abord une nouvelle liste.',
  },
} as const;
