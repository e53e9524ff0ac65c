import { type HelpPage, heading, keys, label, page, points, say, steps, text } from '../blocks.ts';

export const vault: HelpPage = [
  text(
    say`Les séquences sont des secrets. Elles sont masquées à l’écran jusqu’à ce que vous les demandiez, scellées sur le disque, et jamais dans un journal. Les noms, les hôtes et les portes sont en clair dans le fichier de données, que seul votre utilisateur peut ouvrir.`,
  ),
  points(
    say`${label('vault.modes.keychain')} : sans question, partout où il y a un trousseau, sauf en mode portable. Une copie du fichier ne sert à rien ailleurs.`,
    say`${label('vault.modes.passphrase')} : demandée une fois à chaque démarrage de Toctoc. Personne ne peut la retrouver pour vous.`,
    say`${label('vault.modes.readable')} : seulement si vous le dites. Qui a le disque ou une sauvegarde peut lire vos séquences.`,
  ),
  heading('Les garder autrement'),
  steps(
    say`Ouvrez ${label('settings.title')} (${keys('settings')}) et allez à ${label('vault.settingsTitle')}.`,
    say`Choisissez, et saisissez les phrases secrètes demandées.`,
    say`Cliquez sur ${label('vault.apply')}. Tout est alors scellé à nouveau.`,
  ),
  heading('Vos profils sont verrouillés'),
  text(say`Ils restent dans la liste, et rien n’est perdu ni écrasé. La barre au-dessus de tout dit pourquoi.`),
  steps(
    say`Avec une phrase secrète : cliquez sur ${label('vault.unlock')}.`,
    say`Avec un trousseau : déverrouillez-le, ou démarrez celui de votre bureau ; cliquez ensuite sur ${label('vault.again')}.`,
    say`Toujours verrouillés : cliquez sur ${label('vault.restart')}. Un trousseau qui a dit non n’est interrogé à nouveau qu’au démarrage suivant.`,
    say`Le trousseau ou la phrase secrète sont perdus pour de bon : ${label('vault.startOver')} met le fichier de côté, toujours scellé, et repart d’une liste vide. Si la clé reparaît, ce fichier peut reprendre sa place.`,
  ),
  text(
    say`Un export scellé est la sauvegarde qui se passe de trousseau : ${page('import')}. Le dossier des données est nommé dans ${label('settings.title')} et dans ${label('about.title')}.`,
  ),
];
