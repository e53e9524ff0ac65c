import type { Language } from '../en.ts';

export const vault: Language['ui']['vault'] = {
  unlock: 'Déverrouiller',
  again: 'Redemander',
  choose: 'Choisir…',
  apply: 'Appliquer',
  lockedTitle: 'Vos profils sont verrouillés',
  reasons: {
    passphrase: 'Ils sont listés, mais leurs séquences demandent votre phrase secrète.',
    'keychain-absent':
      'Leurs séquences sont scellées par {{backend}}, qui n’est pas là. Démarrez ou déverrouillez le trousseau, puis redemandez.',
    'keychain-changed':
      'Le trousseau n’a pas rendu la clé qui les scelle : il est verrouillé, ou c’en est un autre. Déverrouillez-le, puis redemandez.',
    'keychain-silent': 'Le trousseau n’a pas encore répondu : demande-t-il son mot de passe dans une autre fenêtre ?',
  },
  undecided: 'Les séquences ne sont pas encore scellées : choisissez comment Toctoc les protège.',
  unlockTitle: 'Déverrouiller vos profils',
  passphrase: 'Phrase secrète',
  current: 'Phrase secrète actuelle',
  next: 'Nouvelle phrase secrète',
  repeat: 'Répétez la phrase secrète',
  differs: 'Les deux ne sont pas identiques.',
  nextHint:
    'Au moins {{least}} caractères ; plusieurs mots font bien l’affaire. Personne ne pourra la retrouver pour vous.',
  restart: 'Redémarrer Toctoc',
  restartHint: 'Si le trousseau est ouvert à présent : il est redemandé au démarrage de Toctoc.',
  startOver: 'Recommencer à neuf…',
  startOverTitle: 'Recommencer sans ces profils ?',
  startOverText:
    'Votre fichier de données est conservé sous un autre nom, toujours scellé, et la liste repart de zéro. Quand le trousseau ou la phrase secrète reviendra, ce fichier pourra reprendre sa place.',
  startOverStay: 'Garder les profils',
  startOverLeave: 'Recommencer à neuf',
  chooseTitle: 'Comment Toctoc doit-il protéger vos séquences ?',
  chooseText:
    'Cet ordinateur n’a pas de trousseau qui puisse les sceller. Vous pourrez changer d’avis dans les paramètres.',
  choosePortable: 'En mode portable, elles sont scellées par une phrase secrète : ce qui voyage peut se perdre.',
  settingsTitle: 'Protection des séquences',
  modes: {
    keychain: 'Scellées par le trousseau du système',
    passphrase: 'Scellées par une phrase secrète',
    readable: 'Lisibles',
  },
  hints: {
    keychain: 'Ouvertes par votre session sur cet ordinateur ; inutiles à qui copierait le fichier.',
    passphrase: 'Demandée une fois à chaque démarrage de Toctoc.',
    readable:
      'Seul votre compte peut ouvrir le fichier, mais qui a le disque ou une sauvegarde peut lire vos séquences.',
  },
  inForce: {
    keychain: 'Vos séquences sont scellées par {{backend}}.',
    passphrase: 'Vos séquences sont scellées par votre phrase secrète.',
    readable: 'Vos séquences sont lisibles dans le fichier de données.',
    none: 'Aucune séquence n’a encore été enregistrée.',
  },
  changed: 'C’est fait : tout a été scellé à nouveau.',
  backends: {
    gnome_libsecret: 'le trousseau du bureau',
    kwallet: 'KWallet',
    keychain: 'le trousseau de macOS',
    dpapi: 'Windows',
    other: 'le trousseau du système',
  },
};
