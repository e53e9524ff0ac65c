import { type HelpPage, heading, keys, label, page, points, say, steps, text } from '../blocks.ts';

export const importing: HelpPage = [
  steps(
    say`Ouvrez ${label('importing.title')}, sous la liste (${keys('importing')}).`,
    say`Prenez ce que montre ${label('importing.found')}, cliquez sur ${label('importing.choose')} ou ${label('importing.chooseFolder')}, ou déposez des fichiers ou un dossier n’importe où dans la fenêtre. Un texte se colle sous ${label('importing.paste')}, puis ${label('importing.read')} ; ${label('importing.clipboard')} évite de coller.`,
    say`Voyez ce qui serait nouveau, changé, ou qui est déjà là. Rien n’est encore enregistré. Une ligne illisible est nommée.`,
    say`Là où le fichier ne le dit pas, indiquez ${label('importing.host')} ou ${label('importing.sequence')}.`,
    say`Cliquez sur ${label('importing.apply_other', { count: '3' })}, ou autant qu’il y en a. ${label('undo')} annule le tout.`,
  ),
  heading('Ce qui peut être lu'),
  points(
    say`knockd.conf : la porte d’ouverture et celle de fermeture deviennent un seul profil, avec le port que la commande ouvre et les délais. Une liste à usage unique posée à côté du fichier choisi vient avec lui.`,
    say`Les commandes knock de votre historique ou d’un script.`,
    say`~/.ssh/config, avec inclusions, motifs, rebonds, et le knock d’un ProxyCommand ou d’un Match exec.`,
    say`Les sessions PuTTY et KiTTY : le registre, les fichiers .reg, ~/.putty/sessions et le dossier d’un KiTTY portable ; avec les séquences de KiTTY et leurs pauses.`,
    say`Le config.txt de Port Knock et les exports de Knock on Ports.`,
    say`Les exports de Toctoc, lisibles ou scellés.`,
  ),
  heading('Emporter ses serveurs'),
  steps(
    say`Ouvrez ${label('exporting.title')} (${keys('exporting')}).`,
    say`Sous ${label('exporting.as')}, choisissez ${label('exporting.formats.sealed')} pour une sauvegarde ou un autre ordinateur, et une phrase secrète.`,
    say`Cliquez sur ${label('exporting.save')}.`,
  ),
  text(
    say`Les autres fichiers montrent toutes les séquences à qui les ouvre, sauf ${label('exporting.formats.ssh')}, qui n’en contient aucune. Plus à ce sujet : ${page('vault')}.`,
  ),
];
