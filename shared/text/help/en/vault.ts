import { type HelpPage, heading, keys, label, page, points, say, steps, text } from '../blocks.ts';

export const vault: HelpPage = [
  text(
    say`Sequences are secrets. They are hidden on screen until you ask, sealed on disk, and never in a log. Names, hosts and doors stand in the data file in clear; only your user can open it.`,
  ),
  points(
    say`${label('vault.modes.keychain')}: without a question, wherever there is a keychain, but in portable mode. A copy of the file is of no use elsewhere.`,
    say`${label('vault.modes.passphrase')}: asked for once each time Toctoc starts. Nobody can recover it for you.`,
    say`${label('vault.modes.readable')}: only if you say so. Whoever has the disk or a backup of it can read your sequences.`,
  ),
  heading('Keep them another way'),
  steps(
    say`Open ${label('settings.title')} (${keys('settings')}) and go to ${label('vault.settingsTitle')}.`,
    say`Choose, and enter the passphrases that are asked for.`,
    say`Press ${label('vault.apply')}. Everything is then sealed anew.`,
  ),
  heading('Your profiles are locked'),
  text(say`They stay listed, and nothing is lost or written over. The bar above everything says why.`),
  steps(
    say`With a passphrase: press ${label('vault.unlock')}.`,
    say`With a keychain: unlock it, or start the keyring of your desktop; then press ${label('vault.again')}.`,
    say`Still locked: press ${label('vault.restart')}. A keychain that said no is asked again only by a new start.`,
    say`The keychain or the passphrase is gone for good: ${label('vault.startOver')} puts the file aside, still sealed, and begins with an empty list. Should the key turn up again, that file can be put in its place.`,
  ),
  text(
    say`A sealed export is the backup that needs no keychain: ${page('import')}. The data folder is named in ${label('settings.title')} and in ${label('about.title')}.`,
  ),
];
