import { code, example, type HelpPage, heading, page, points, say, text } from '../blocks.ts';

export const commandLine: HelpPage = [
  text(
    say`La commande ${code('toctoc')} est faite pour les scripts, et pour ssh lui-même. L’installateur Windows, le deb et le rpm la mettent dans le PATH ; ailleurs, elle est dans le dossier ${code('bin')} des ressources du programme, et une AppImage s’appelle avec ${code('--cli --')} devant le reste.`,
  ),
  heading('Frapper'),
  example(
    'toctoc knock serveur.example.org 7000 8000:udp 9000\ntoctoc knock -w 22 --server knockd serveur.example.org 7000 8000 9000\ntoctoc knock "Serveur web"\ntoctoc knock --tag web\ntoctoc close "Serveur web"',
  ),
  points(
    say`${code('-w')} attend que le port soit ouvert, et recommence comme le fait la fenêtre.`,
    say`Un profil enregistré se nomme par son nom ou son identifiant, ${code('--tag')} prend tous ceux d’une étiquette. ${code('toctoc list')} les énumère.`,
    say`Pour les profils enregistrés, la commande s’adresse à l’application, et la démarre sans fenêtre s’il le faut. Leurs ports ne sont jamais affichés.`,
  ),
  heading('Pour ssh'),
  example('Host web1\n  ProxyCommand toctoc connect --profile "Serveur web"'),
  text(say`Toctoc écrit un tel bloc pour vous : ${page('ssh')}.`),
  heading('Entrer et sortir'),
  example('toctoc import --dry-run ~/.ssh/config\ntoctoc export > serveurs.json'),
  heading('Code de sortie'),
  points(
    say`${code('0')} : fait, et ouvert si on l’attendait`,
    say`${code('1')} : pas ouvert`,
    say`${code('2')} : mauvais usage, ou profil inconnu`,
    say`${code('3')} : nom introuvable, ou réseau inaccessible`,
    say`${code('4')} : les profils sont verrouillés`,
    say`${code('130')} : interrompu`,
  ),
  text(
    say`${code('--json')} affiche un événement par ligne, ${code('toctoc knock --help')} toutes les options, et ${code('toctoc completion bash')} (ou zsh, fish) la complétion.`,
  ),
];
