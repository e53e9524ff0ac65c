/** How sequences are kept: the banner, the dialogs and the section of the settings. */
export const vault = {
  unlock: 'Unlock',
  again: 'Ask again',
  choose: 'Choose…',
  apply: 'Apply',
  lockedTitle: 'Your profiles are locked',
  reasons: {
    passphrase: 'They are listed, but their sequences need your passphrase.',
    'keychain-absent':
      'Their sequences are sealed by {{backend}}, which is not there. Start or unlock the keyring, then ask again.',
    'keychain-changed':
      'The keychain did not give back the key they were sealed with: it is locked, or it is another one. Unlock it, then ask again.',
    'keychain-silent': 'The keychain has not answered yet: does it ask for its password in another window?',
  },
  undecided: 'Sequences are not sealed yet: choose how Toctoc keeps them.',
  unlockTitle: 'Unlock your profiles',
  passphrase: 'Passphrase',
  current: 'Current passphrase',
  next: 'New passphrase',
  repeat: 'Repeat the passphrase',
  differs: 'The two are not the same.',
  nextHint: 'At least {{least}} characters; several words are good. Nobody can recover it for you.',
  startOver: 'Start over…',
  startOverTitle: 'Start over without these profiles?',
  startOverText:
    'Your data file is kept under another name, still sealed, and the list begins anew. With the keychain or the passphrase back, that file can be put in its place again.',
  startOverStay: 'Keep the profiles',
  startOverLeave: 'Start over',
  chooseTitle: 'How shall Toctoc keep your sequences?',
  chooseText: 'This computer offers no keychain that could seal them. You can change this later in the settings.',
  choosePortable: 'In portable mode they are sealed with a passphrase: what travels can be lost.',
  settingsTitle: 'Where sequences are kept',
  modes: {
    keychain: 'Sealed by the system’s keychain',
    passphrase: 'Sealed with a passphrase',
    readable: 'Readable',
  },
  hints: {
    keychain: 'Opened by signing in to this computer; of no use to whoever copies the file.',
    passphrase: 'Asked for once each time Toctoc starts.',
    readable: 'Only your user can open the file, but whoever has the disk or a backup of it can read your sequences.',
  },
  inForce: {
    keychain: 'Your sequences are sealed by {{backend}}.',
    passphrase: 'Your sequences are sealed with your passphrase.',
    readable: 'Your sequences are readable in the data file.',
    none: 'No sequence has been saved yet.',
  },
  changed: 'Done: everything was sealed anew.',
  backends: {
    gnome_libsecret: 'the keyring of the desktop',
    kwallet: 'KWallet',
    keychain: 'the macOS keychain',
    dpapi: 'Windows',
    other: 'the system’s keychain',
  },
} as const;
