import type { Language } from '../en.ts';
import { formatProblem } from './format-problem.ts';

/** Une phrase par code : ce qui ne va pas, et quoi faire. */
export const problem: Language['problem'] = {
  ...formatProblem,
  'name-empty': 'Le nom est vide : donnez un nom au profil.',
  'name-long': 'Le nom est trop long : 100 caractères au plus.',
  'host-empty': 'L’hôte est vide : saisissez un nom comme serveur.example.org, ou une adresse IP.',
  'host-long': 'L’hôte est trop long : un nom compte au plus 255 caractères.',
  'host-leading-dash':
    'L’hôte ne doit pas commencer par « - » : un client SSH le prendrait pour une option. Saisissez un nom ou une adresse IP.',
  'host-characters':
    'L’hôte contient des caractères impossibles dans un nom ou une adresse : lettres, chiffres, points et tirets, sans espace.',
  'port-not-a-number': 'Le port n’est pas un nombre : saisissez-en un de 1 à 65535.',
  'port-range': 'Le port est hors limites : saisissez un nombre de 1 à 65535.',
  'port-word': '« {{word}} » n’est pas un port : donnez un nombre de 1 à 65535.',
  'sequence-empty': 'La séquence est vide : saisissez au moins un port, par exemple 7000 8000:udp 9000.',
  'sequence-long': 'La séquence est trop longue : knockd accepte au plus 32 coups. Retirez-en.',
  'sequence-word': '« {{word}} » n’est pas un coup : écrivez un port, comme 7000, 8000:udp ou 9000/tcp.',
  'sequence-port-range': 'Le port de « {{word}} » est hors limites : prenez-en un de 1 à 65535.',
  'sequence-gap-range': 'L’intervalle derrière « {{word}} » est hors limites : donnez une valeur de 0 à 10000 ms.',
  'protocol-unknown': '« {{word}} » nomme un protocole sur lequel on ne peut pas frapper : tcp ou udp.',
  'payload-hex': '« {{value}} » n’est pas de l’hexadécimal : des paires de 0–9 et a–f, comme 0xCAFE.',
  'payload-quote':
    'Les guillemets de « {{word}} » n’entourent pas le contenu : écrivez-le comme 8000:udp="sesame", et un guillemet du contenu comme \\".',
  'payload-long': 'Le contenu est trop long : un paquet en porte au plus 1200 octets.',
  'payload-tcp':
    '« {{word}} » porte un contenu, ce que seul un coup UDP peut faire : ajoutez :udp, ou retirez le contenu.',
  'pause-range': 'La pause « {{word}} » est hors limites : donnez une durée de 1 ms à 60 s.',
  'gap-range': 'L’intervalle est hors limites : saisissez une valeur de 0 à 10000 ms.',
  'hold-range':
    'Le maintien est hors limites : saisissez une valeur de 1 à 400 ms. Au-delà, le système peut envoyer le coup une seconde fois, ce qui gâche la séquence.',
  'seq-timeout-range': 'Le délai du serveur est hors limites : saisissez une valeur de 1 à 3600 s, ou laissez vide.',
  'source-characters':
    'La source n’est ni une adresse ni un nom d’interface : par exemple 192.0.2.10 ou eth0, ou vide.',
  'user-characters':
    'L’utilisateur contient des caractères interdits : ni espace, ni guillemet, ni signe du shell, ni « - » en tête.',
  'identity-file-characters':
    'Le fichier d’identité contient des caractères interdits : ni caractère de contrôle, ni « - » en tête, ni guillemet droit pour WinSCP.',
  'jump-host-port': 'Écrivez le rebond sans port : le sien est le port protégé.',
  'jump-host-several': 'Écrivez un seul rebond, celui qu’on frappe : Toctoc n’en traverse pas plusieurs.',
  'session-name': 'Le nom de la session ne doit pas commencer par « - » ou « @ » : écrivez-le comme PuTTY l’affiche.',
  'terminal-profile-name':
    'Le nom du profil ne doit pas commencer par « - » ou « @ » : écrivez-le comme Windows Terminal l’affiche.',
  'ssh-option-word':
    '« {{option}} » n’est pas une option : ne donnez que des options de ssh, comme -A ou -L 8080:localhost:80.',
  'ssh-option-refused':
    '« {{option}} » ne peut pas être ajouté ici : il a son propre champ, ou lancerait un autre programme. Mettez-le dans votre configuration SSH.',
  'ssh-option-value':
    '« {{option}} » n’a pas de valeur utilisable : écrivez-la comme le dit ssh(1), par exemple -o ServerAliveInterval=30.',
  'command-empty': 'Écrivez la commande à lancer.',
  'command-characters':
    'Ce texte contient un caractère de contrôle ou un retour à la ligne : écrivez-le sur une seule ligne.',
  'command-quote': 'Un guillemet ({{quote}}) n’est pas fermé : ajoutez le second.',
  'command-placeholder': '{{placeholder}} est inconnu : utilisez un des mots ci-dessous.',
  'command-program': 'La commande doit commencer par un programme, pas par « {{program}} ».',
  'command-value-empty':
    'La commande utilise {{placeholder}}, mais ce champ est vide : remplissez-le, ou retirez-le de la commande.',
  'tag-empty': 'Une étiquette est vide : supprimez-la ou nommez-la.',
  'tag-long': 'Une étiquette est trop longue : 40 caractères au plus.',
  'tags-many': 'Trop d’étiquettes : 20 au plus.',
  'keep-open-range': 'Refrapper toutes les (min) est hors limites : saisissez de 1 à 1440 minutes, ou laissez vide.',
  'interface-characters':
    'Indiquez l’interface réseau du serveur comme ip address la montre, par exemple eth0 ou enp1s0.',
  'open-seconds-range': 'Indiquez combien de temps la porte reste ouverte : de 5 à 86400 secondes.',
  'one-time-empty': 'Cette liste n’a plus de séquence inutilisée : choisissez un autre fichier, ou générez une liste.',
  'one-time-long': 'Une liste à usage unique a au plus 1000 lignes.',
  'one-time-line': 'La ligne {{line}} n’est pas une séquence telle que knockd l’écrit, par exemple 7000,8000:udp,9000.',
  'one-time-position': 'Indiquez le numéro de la prochaine ligne : 1 pour la première.',
  'value-unknown': 'Cette valeur ne fait pas partie des choix : prenez-en une dans la liste.',
  'option-range': '{{option}} « {{value}} » est hors limites : donnez un nombre entier de {{least}} à {{most}}.',
  'option-number': '{{option}} « {{value}} » n’est pas un nombre entier : donnez-en un de {{least}} à {{most}}.',
  'text-long': 'Ce texte est trop long : raccourcissez-le.',
  'name-not-found': 'L’hôte « {{host}} » est introuvable : vérifiez l’orthographe, ou essayez son adresse IP.',
  'name-lookup-failed': 'L’hôte « {{host}} » n’a pas pu être résolu : cet ordinateur est-il connecté au réseau ?',
  'no-address-of-family':
    'L’hôte « {{host}} » n’a pas d’adresse {{family}} : choisissez l’autre famille d’adresses, ou Automatique.',
  'network-unreachable':
    'L’hôte {{address}} est dans un réseau inaccessible : cet ordinateur est-il connecté, et son réseau porte-t-il ce type d’adresse ?',
  'zone-unknown':
    'L’hôte {{host}} désigne l’interface réseau « {{zone}} », absente de cet ordinateur ou désactivée : corrigez le nom après « % », ou activez-la.',
  'zone-missing':
    'L’hôte {{address}} est une adresse de lien local, possible sur toute interface : ajoutez « % » et celle qui y mène, par exemple {{address}}%eth0.',
  'host-unreachable':
    'L’hôte {{address}} est inaccessible : le serveur est-il allumé, et le VPN connecté s’il en faut un ?',
  'send-not-permitted':
    'Le système n’a pas laissé Toctoc émettre vers {{address}} : un pare-feu de cet ordinateur l’interdit peut-être.',
  'source-not-available':
    'La source {{source}} n’est pas une adresse de cet ordinateur : vérifiez l’interface, ou laissez Source vide.',
  'too-many-sockets':
    'Le système n’a plus de socket libre : fermez des programmes, ou frappez à moins de serveurs à la fois.',
  'send-failed': 'Le coup vers {{address}} n’est pas parti ({{reason}}) : réessayez, et vérifiez le réseau.',
  'close-sequence-missing': 'Ce profil n’a pas de séquence de fermeture : ajoutez-en une dans l’éditeur.',
  'keep-open-missing':
    'Ce profil ne dit pas à quelle fréquence frapper : remplissez « Refrapper toutes les (min) » dans l’éditeur.',
  'one-time-exhausted':
    'La liste à usage unique est épuisée : faites-en une nouvelle dans l’éditeur, et mettez-la aussi sur le serveur.',
  'practice-ports-taken':
    'Le serveur d’entraînement n’a pas trouvé de ports libres sur cet ordinateur : fermez d’autres programmes et réessayez.',
  'run-unknown': 'Cette frappe n’est plus dans l’historique.',
  'terminal-none':
    'Aucun terminal n’a été trouvé : installez-en un, comme xterm ou GNOME Terminal, ou choisissez un autre programme sous Lancer.',
  'terminal-missing':
    'Le terminal « {{terminal}} » n’est pas installé : installez-le, ou choisissez-en un autre sous Lancer.',
  'ssh-missing':
    'Le programme ssh est introuvable : installez le client OpenSSH (sous Debian : apt install openssh-client), ou choisissez un autre programme sous Lancer.',
  'launch-failed': '{{path}} n’a pas pu démarrer ({{reason}}) : choisissez un autre programme sous Lancer.',
  'launch-ended': '{{path}} s’est arrêté aussitôt avec le code {{status}} : choisissez un autre programme sous Lancer.',
  'launch-not-here':
    'Toctoc ne sait pas encore ouvrir de session SSH sur ce système : la porte est ouverte, connectez-vous avec votre client.',
  'program-missing': '« {{program}} » n’est pas installé : installez-le, ou choisissez-en un autre sous Lancer.',
  'command-not-found':
    'Le programme « {{program}} » est introuvable : vérifiez la commande sous Lancer, ou donnez son chemin complet.',
  'command-value-option':
    'La commande n’a pas été lancée : {{placeholder}} est seul et sa valeur commence par « - », qu’un programme prend pour une option.',
  'launch-expands':
    '{{client}} remplacerait « {{text}} » par la valeur d’une variable : renommez ce fichier, ou choisissez un autre lancement.',
  'link-failed':
    'Aucun programme n’a ouvert {{link}} ({{reason}}) : installez-en un pour ces liens, ou choisissez un autre lancement.',
  'link-unreadable':
    'Un lien vers Toctoc est illisible, rien n’a donc été fait : il doit ressembler à toctoc://open/ suivi de l’identifiant d’un profil.',
  'link-unknown':
    'Un lien ou un raccourci demande un profil qui n’est pas ici, rien n’a donc été fait. Il a peut-être été supprimé.',
  'shortcut-taken': '{{shortcut}} n’a pas été accordé à Toctoc : un autre programme s’en sert. Choisissez-en un autre.',
  'shortcut-wayland':
    'Sous Wayland, un programme ne peut pas prendre de raccourci lui-même : ajoutez-en un dans les paramètres du bureau, qui lance {{command}}',
  'autostart-portable':
    'Une copie portable ne peut pas démarrer à l’ouverture de session : elle peut avoir disparu. Installez Toctoc pour cela.',
  'autostart-translocated':
    'macOS exécute cette copie depuis un endroit temporaire : déplacez d’abord Toctoc dans Applications.',
  'autostart-failed':
    'Le démarrage à l’ouverture de session n’a pas été modifié ({{reason}}) : vérifiez les droits de {{file}}.',
  'vault-locked': 'Les profils sont verrouillés : déverrouillez-les dans la fenêtre de Toctoc. Rien n’a été modifié.',
  'ssh-alias':
    'Choisissez un seul mot que ssh puisse prendre pour un hôte : lettres, chiffres, points, tirets et tirets bas.',
  'ssh-alias-taken': 'Un autre profil s’y appelle déjà « {{alias}} » : choisissez un autre nom.',
  'ssh-config-unwritable': '{{file}} n’a pas pu être lu ou écrit ({{reason}}) : vérifiez ses droits. Rien n’a changé.',
  'own-path-portable':
    'Ceci est une copie portable ({{path}}), que ssh ne pourrait pas lancer lui-même : installez Toctoc pour l’utiliser avec ssh.',
  'own-path-moves':
    'Toctoc tourne depuis un emplacement provisoire ({{path}}) : déplacez-le dans le dossier Applications et relancez-le.',
  'own-path-missing':
    'Le programme « {{program}} », avec lequel ssh lancerait la commande de Toctoc, est introuvable : installez-le.',
  'profile-unknown': 'Ce profil n’existe plus.',
  'profile-damaged':
    'Le profil « {{name}} » du fichier de données est illisible. Le fichier est conservé sous {{file}} ; les autres profils sont chargés.',
  'file-damaged':
    'Le fichier de données est illisible. Il est conservé sous {{file}}, et Toctoc démarre avec une liste vide : mettez une copie réparée à sa place et relancez Toctoc.',
  'settings-damaged':
    'Les paramètres sont illisibles. Ils sont conservés sous {{file}}, et Toctoc démarre avec les valeurs habituelles.',
  'history-damaged':
    'L’historique n’a pas pu être lu. Il est conservé sous le nom {{file}}, et un nouveau a été commencé.',
  'file-newer':
    'Le fichier de données vient d’un Toctoc plus récent. Il est conservé sous {{file}}, et Toctoc démarre avec une liste vide : mettez Toctoc à jour pour l’utiliser.',
  'file-unwritable':
    'Le fichier de données n’a pas pu être écrit ({{reason}}) : vérifiez l’espace libre et les droits de {{file}}. Rien n’a changé.',
  'file-restored':
    'Le fichier de données n’a pas pu être lu : Toctoc est revenu à sa dernière bonne copie, du {{date}}. Le fichier endommagé est conservé sous {{file}}.',
  'file-changed':
    'Un autre programme a modifié le fichier de données entre-temps. Ses modifications sont conservées sous {{file}} ; Toctoc a continué avec les vôtres.',
  'vault-undecided':
    'Rien n’a été enregistré : choisissez d’abord, dans la fenêtre de Toctoc, comment il protège vos séquences.',
  'secrets-damaged':
    'La séquence de « {{name}} » ne peut pas être descellée : le fichier de données a été endommagé. Supprimez le profil et saisissez-le à nouveau, ou remettez une copie de sauvegarde du fichier de données.',
  'keychain-absent':
    'Cet ordinateur n’a pas de trousseau qui puisse sceller vos séquences : choisissez une phrase secrète, ou démarrez le trousseau du système puis Toctoc.',
  'keychain-failed':
    'Le trousseau du système n’a pas pu être utilisé ({{reason}}) : déverrouillez-le et réessayez, ou choisissez une phrase secrète.',
  'passphrase-short': 'La phrase secrète est trop courte : au moins {{least}} caractères.',
  'passphrase-long': 'La phrase secrète est trop longue : 1000 caractères au plus.',
  'passphrase-wrong':
    'La phrase secrète est fausse : vérifiez le verrouillage des majuscules et la langue du clavier, puis réessayez.',
  'passphrase-wait': 'Trop de phrases secrètes fausses : attendez {{seconds}} s, puis réessayez.',
  'updates-off': 'Rien n’a été demandé : Toctoc ne cherche de nouvelles versions que si les paramètres le permettent.',
  'update-check-failed':
    'Toctoc n’a pas pu savoir s’il existe une nouvelle version ({{reason}}) : réessayez plus tard.',
  'update-missing': 'Aucune nouvelle version à télécharger ni à installer : cherchez d’abord les mises à jour.',
  'update-failed':
    'Toctoc {{version}} n’a pas pu être téléchargé ({{reason}}). Rien n’a changé : réessayez, ou continuez avec cette version.',
  'update-not-installed':
    'Toctoc {{version}} n’a pas pu être mis en place : vous avez toujours la version d’avant. Réessayez, ou installez-la à la main depuis la page de téléchargement.',
  'file-not-saved': '{{file}} n’a pas pu être écrit ({{reason}}) : choisissez un autre dossier.',
  'folder-not-opened': '{{folder}} n’a pas pu être ouvert ({{reason}}) : ouvrez-le à la main.',
  'page-crashed':
    'La fenêtre a planté et a été rechargée. Les frappes ont continué, et ce que vous aviez saisi pour un serveur est conservé.',
  'graphics-off':
    'Le pilote graphique a planté plusieurs fois : Toctoc s’affiche désormais sans lui, et le réessaiera avec sa prochaine version.',
  'went-wrong':
    'Un incident s’est produit dans Toctoc, qui continue. Si quelque chose paraît étrange, quittez-le et relancez-le ; le détail est dans {{file}}.',
  'request-refused': 'Cette demande a été refusée : {{reason}}.',
  internal: 'Quelque chose s’est mal passé dans Toctoc : {{reason}}.',
};
