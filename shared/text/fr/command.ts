/** L’aide de la commande, et ce qu’elle dit d’une ligne qu’elle ne peut pas lire. */
export const command = {
  program: 'Frapper aux ports : envoyez la bonne suite de paquets, et la porte s’ouvre.',
  commands: {
    knock: 'frapper à un serveur, avec les arguments de knock(1), ou un profil enregistré',
    close: 'fermer la porte d’un profil enregistré',
    connect: 'frapper, attendre un port, puis relayer entrée et sortie standard (pour le ProxyCommand de ssh)',
    list: 'lister les profils enregistrés',
    import: 'importer des serveurs d’un fichier, ou de l’entrée standard (-)',
    export: 'écrire les profils enregistrés, avec leurs séquences',
    practice: 'démarrer un serveur d’entraînement sur cet ordinateur, y frapper, et voir sa porte s’ouvrir',
    completion: 'afficher un script de complétion pour un interpréteur',
    help: 'afficher l’aide d’une commande',
  },
  arguments: {
    host: 'nom ou adresse du serveur ; seul, nom ou identifiant d’un profil enregistré',
    ports: 'les coups dans l’ordre, comme 7000 8000:udp 9000',
    profile: 'nom ou identifiant d’un profil enregistré',
    connectHost: 'nom ou adresse du serveur',
    connectPort: 'le port auquel se connecter',
    connectKnocks: 'les coups dans l’ordre ; sans aucun, simple connexion',
    shell: 'l’interpréteur',
    importFile: 'le fichier à importer ; - est l’entrée standard',
    exportProfiles: 'noms ou identifiants de profils enregistrés ; sans aucun : tous',
  },
  options: {
    help: 'afficher cette aide',
    version: 'afficher la version',
    udp: 'tous les coups en UDP',
    delay: 'attente entre deux coups',
    ipv4: 'imposer IPv4',
    ipv6: 'imposer IPv6',
    verbose: 'dire ce qui se passe',
    timeout: 'attente du port, par tentative',
    retries: 'combien de fois réessayer',
    seqTimeout: 'le seq_timeout du serveur',
    server: 'ce qui tourne sur le serveur',
    hold: 'durée de vie d’un coup TCP, au plus 400',
    source:
      'adresse ou interface d’où envoyer ; sous Linux et macOS, elle ne choisit pas la route : un VPN reste en service',
    mode: 'un SYN seul, ou une connexion entière',
    wait: 'après le dernier coup, attendre que ce port soit ouvert',
    json: 'un objet JSON par événement, un par ligne',
    tag: 'tous les profils enregistrés qui ont cette étiquette, une ligne chacun',
    profile: 'un profil enregistré, par nom ou identifiant, à la place de tout cela',
    listJson: 'un objet JSON par profil, un par ligne',
    names: 'seulement ce que prennent les autres commandes, un par ligne',
    noStart: 'ne pas lancer l’application si elle ne tourne pas',
    dryRun: 'montrer ce qui se passerait, sans rien enregistrer',
    importJson: 'un objet JSON par serveur, remarque et résultat, un par ligne',
    importHost: 'où est le serveur, pour les fichiers qui ne le disent pas',
    importSequence: 'les coups des serveurs qui arrivent sans, comme "7000 8000:udp"',
    passphraseFile: 'lire la phrase secrète d’un fichier scellé dans ce fichier',
    exportAs: 'un fichier Toctoc (par défaut), un fichier scellé, des commandes knock ou une configuration ssh',
    exportJson: 'comme --as json',
  },
  help: {
    knock: `Exemples :
  toctoc knock server.example.org 7000 8000:udp 9000
  toctoc knock -w 22 server.example.org 7000 8000 9000 && ssh server.example.org
  toctoc knock -v --server knockd -w 22 192.0.2.10 7000 8000 9000
  toctoc knock "Serveur web 1"
  toctoc knock --tag web

Code de retour : 0 fait (et ouvert, si c’était attendu) · 1 pas ouvert · 2 mauvais usage ·
                 3 nom introuvable ou réseau inaccessible · 4 coffre verrouillé ·
                 130 interrompu. Pour plusieurs serveurs, le plus élevé.`,
    connect: `Comme ProxyCommand de ssh, pour que ssh, scp, sftp, rsync et git frappent
d’eux-mêmes. Dans ~/.ssh/config :

  Host server.example.org
    ProxyCommand toctoc connect --server knockd %h %p 7000 8000:udp 9000

(--server knockd si le serveur l’utilise : un nouvel essai n’attend alors rien.)

Avec un profil enregistré, qui apporte son adresse, ses ports et sa séquence :

  Host web1
    ProxyCommand toctoc connect --profile "Serveur web 1"`,
    completionOn: 'Pour l’activer :',
    completionNames: 'Les noms des profils enregistrés sont complétés tant que l’application tourne.',
  },
  /** Les titres de l’aide, et ses remarques derrière une option. */
  headings: {
    usage: 'Usage :',
    arguments: 'Arguments :',
    options: 'Options :',
    commands: 'Commandes :',
    choices: 'au choix : {{values}}',
    initial: 'par défaut : {{value}}',
  },
  hint: '(toctoc --help explique comment)',
  mistakes: {
    unknownOption: 'l’option {{what}} n’existe pas',
    optionMissingArgument: 'il manque une valeur à l’option {{what}}',
    missingArgument: 'il manque l’argument {{what}}',
    invalidArgument: 'l’option {{what}} n’accepte pas {{value}}',
    invalidWord: 'l’argument {{what}} ne peut pas être {{value}}',
    unknownCommand: 'la commande {{what}} n’existe pas',
    excessArguments: 'il y a trop d’arguments',
    similar: 'vouliez-vous dire {{what}} ?',
    other: 'cette ligne ne peut pas être lue',
  },
} as const;
