import type { Language } from '../en.ts';

type FormatProblem = Pick<Language['problem'], keyof typeof import('../en/format-problem.ts').formatProblem>;

/** Phrases sur les fichiers importés ou exportés. */
export const formatProblem: FormatProblem = {
  'import-unknown-format':
    'Toctoc ne connaît pas ce type de fichier. Il lit knockd.conf, les commandes knock, ~/.ssh/config, les sessions PuTTY et KiTTY et les fichiers .reg, le config.txt de Port Knock, le JSON de Knock on Ports et ses propres exports.',
  'import-clipboard-empty': 'Il n’y a pas de texte dans le presse-papiers : copiez-en, puis réessayez.',
  'import-empty': 'Il n’y a rien à importer ici : est-ce le bon fichier, et est-il entier ?',
  'import-binary':
    'Ce n’est pas un fichier texte : choisissez la configuration elle-même, pas un programme, une image ou une archive.',
  'import-too-big':
    'Ce fichier est trop gros ({{size}} Mo) : Toctoc lit des fichiers de {{max}} Mo au plus. Est-ce le bon ?',
  'import-unreadable':
    '{{file}} n’a pas pu être lu ({{reason}}) : vérifiez ses droits, ou copiez son texte et collez-le ici.',
  'import-folder': '{{file}} est un dossier : « Choisir un dossier… » en lit tous les fichiers.',
  'import-folder-empty': 'Le dossier {{folder}} est vide : choisissez celui qui contient les sessions.',
  'import-files-many':
    'C’est trop, en nombre ou en taille, pour une seule importation. Laissés de côté : {{count}}, de {{first}} à {{last}} ; importez-les ensuite.',
  'import-gone': 'Cet aperçu n’existe plus : ouvrez le fichier à nouveau.',
  'import-cancelled': 'L’importation a été annulée : rien n’a été changé.',
  'import-nothing-chosen': 'Rien n’est sélectionné : cochez au moins un serveur.',
  'import-undo-gone': 'Cette importation ne peut plus être annulée.',
  'import-passphrase-wrong':
    'La phrase secrète n’ouvre pas ce fichier : vérifiez les majuscules et la langue du clavier.',
  'import-sealed-damaged':
    'Ce fichier scellé est abîmé ou incomplet : copiez-le à nouveau, en entier, depuis son lieu d’origine.',
  'import-newer': 'Ce fichier vient d’un Toctoc plus récent : mettez Toctoc à jour pour le lire.',
  'import-json-broken': 'Ce JSON est abîmé ou coupé ici : copiez le fichier à nouveau, en entier.',
  'import-entry-damaged': 'Cette entrée est illisible ({{field}}) : elle est laissée de côté.',
  'import-command':
    '« {{name}} » lance un programme de cet ordinateur une fois sa porte ouverte : {{command}}. Ne le prenez que si vous le connaissez.',
  'import-key-elsewhere':
    'Le fichier d’identité de « {{name}} » se trouve sur un autre ordinateur ({{file}}) : Windows s’y connecte avec votre compte à chaque lancement. Ne le prenez que si vous le connaissez.',
  'export-nothing': 'Il n’y a rien à exporter : choisissez au moins un profil.',
  'export-unwritable': '{{file}} n’a pas pu être écrit ({{reason}}) : choisissez un autre dossier.',
  'passphrase-short': 'La phrase secrète est trop courte : {{least}} caractères au moins, mieux encore quelques mots.',
  'import-host-missing': 'Le fichier ne dit pas de quel serveur il s’agit : saisissez son nom ou son adresse.',
  'import-host-bad': '« {{host}} » n’est ni un nom ni une adresse : cette entrée est laissée de côté.',
  'import-sequence-missing': 'Cette entrée n’apporte pas de séquence : saisissez-en une, ou laissez-la de côté.',
  'knockd-bom':
    'Le fichier commence par une marque d’ordre des octets, que knockd lui-même refuse : enregistrez-le en UTF-8 sans BOM.',
  'knockd-syntax': 'knockd ne comprend pas cette ligne et ne démarrerait pas.',
  'knockd-no-section': 'Cette ligne précède la première [section] : knockd ne démarrerait pas.',
  'knockd-section-name': 'Il faut un nom entre les crochets d’une section : knockd ne démarrerait pas.',
  'knockd-options-case': 'Pour knockd, [{{name}}] est une porte et non les options : écrivez [options], en minuscules.',
  'knockd-too-many': 'Cette séquence compte {{count}} ports, et knockd en prend 32 au plus : il ne démarrerait pas.',
  'knockd-port-range': 'L’entrée {{index}} de la séquence dépasse 65535 : knockd 0.8 ne démarrerait pas.',
  'knockd-protocol': 'Seuls tcp et udp peuvent suivre un port : knockd ne démarrerait pas.',
  'knockd-flag':
    '« {{flag}} » n’est pas un drapeau TCP pour knockd, qui ne démarrerait pas : fin, syn, rst, psh, ack ou urg, avec des virgules et sans espaces.',
  'knockd-no-sequence': '[{{name}}] n’a pas de séquence : knockd ne démarrerait pas.',
  'knockd-line-long': 'Cette ligne dépasse les 4094 octets que knockd lit d’un coup.',
  'knockd-port-zero':
    'L’entrée {{index}} de la séquence est le port 0 pour knockd, car elle ne commence pas par un nombre : aucun client ne peut y frapper, et la porte est laissée de côté.',
  'knockd-port-odd':
    'L’entrée {{index}} de la séquence n’est pas un simple numéro de port. Toctoc la prend pour le port que knockd en fait.',
  'knockd-flags-impossible':
    '[{{name}}] demande des drapeaux TCP qu’aucun programme ordinaire ne peut envoyer : hormis syn, on ne peut pas y frapper depuis un ordinateur de bureau, et la porte est laissée de côté.',
  'knockd-timeout-zero': 'Avec ce Seq_Timeout, knockd oublie aussitôt chaque coup : la porte ne peut jamais s’ouvrir.',
  'knockd-door-unknown':
    'La commande de [{{name}}] ne montre pas quel port elle ouvre : Toctoc prend le port 22. Changez-le au besoin dans le profil.',
  'knockd-doors-several': '[{{name}}] ouvre plusieurs ports : Toctoc vérifie le port {{port}}.',
  'knockd-paired': '[{{close}}] ferme ce que [{{open}}] ouvre : les deux font un seul profil.',
  'knockd-close-alone': '[{{name}}] ne fait que fermer une porte que rien n’ouvre ici : elle est laissée de côté.',
  'knockd-one-time':
    '[{{name}}] utilise des séquences à usage unique de {{file}} sur le serveur : copiez ce fichier ici et choisissez-le en même temps que celui-ci, ou saisissez la liste dans le profil.',
  'knockd-one-time-read':
    'La liste à usage unique de [{{name}}], {{file}}, est reprise : il y reste {{left}} séquences.',
  'knockd-one-time-unread':
    '{{file}}, la liste à usage unique de [{{name}}], est présente mais n’a pas pu être lue comme telle (une séquence par ligne, 1000 au plus) : vérifiez-la, ou saisissez la liste dans le profil.',
  'knockd-closes-itself':
    'Le serveur referme [{{name}}] de lui-même après {{seconds}} s ; les sessions ouvertes restent d’ordinaire.',
  'knockd-target': '[{{name}}] écoute les paquets vers {{target}} : frappez à cette adresse.',
  'knock-option': 'L’option « {{option}} » n’est pas une option de knock : elle est ignorée.',
  'knock-host': 'Cette commande knock ne nomme pas d’hôte auquel on puisse frapper.',
  'knock-ports': 'Cette commande knock n’a pas de ports, ou plus de 32 : elle est laissée de côté.',
  'knock-word':
    'L’entrée {{index}} de cette commande knock n’est pas un port de 1 à 65535 : la ligne est laissée de côté.',
  'knock-word-tcp':
    'L’entrée {{index}} a autre chose que udp derrière son port : comme knock, Toctoc la prend pour du tcp.',
  'ssh-line': 'Cette ligne n’est pas une configuration ssh lisible : elle est ignorée.',
  'ssh-include-missing': 'Le fichier inclus {{file}} ne peut pas être lu : ssh l’ignorerait aussi.',
  'ssh-include-circular': 'Le fichier inclus {{file}} finit par s’inclure lui-même : il a été lu une fois.',
  'ssh-include-deep': 'Les Include s’emboîtent ici plus de 16 fois : ssh s’arrêterait aussi.',
  'ssh-include-not-followed': 'Include n’est suivi que si le fichier lui-même est ouvert, pas son texte collé.',
  'ssh-match': 'Ce qui suit ce Match dépend du moment : c’est ignoré.',
  'ssh-port': 'Port n’est pas un nombre de 1 à 65535 : il est ignoré.',
  'ssh-value': 'Toctoc ne peut pas garder ce {{key}} : il est ignoré.',
  'ssh-jump':
    '« {{name}} » s’atteint par le rebond {{jump}} : c’est au rebond qu’il faut frapper, vérifiez donc l’hôte.',
  'ssh-proxy-command':
    '« {{name}} » s’atteint par un ProxyCommand, que ssh continue d’utiliser : vérifiez l’hôte où frapper.',
  'putty-protocol': '« {{name}} » est une session {{protocol}}, où il n’y a pas à frapper : elle est laissée de côté.',
  'putty-no-host': '« {{name}} » ne nomme pas d’hôte : elle est laissée de côté.',
  'putty-port': 'Le port de « {{name}} » n’est pas compris entre 1 et 65535 : on prend 22.',
  'putty-key': '« {{name}} » utilise une clé au format de PuTTY, qu’OpenSSH ne lit pas : la clé est laissée à PuTTY.',
  'putty-line': 'Cette ligne est illisible : elle est ignorée.',
  'kitty-knocks': 'Le port knocking de « {{name}} » est illisible : saisissez sa séquence vous-même.',
  'list-fields': 'Cette ligne n’est pas Desc;IP;TYPE;Port;Texte, avec quatre coups au plus : elle est laissée de côté.',
  'list-type': 'Le coup {{index}} n’est ni TCP ni UDP vers un port de 1 à 65535 : la ligne est laissée de côté.',
  'list-text-tcp': 'Le coup {{index}} a un texte, mais un coup TCP n’en porte pas : il est laissé de côté.',
  'kop-icmp': '« {{name}} » envoie des pings, ce que les programmes ordinaires ne peuvent pas : laissé de côté.',
  'kop-step': 'On ne peut pas frapper l’étape {{index}} de « {{name}} » : l’entrée est laissée de côté.',
};
