import { code, example, type HelpPage, heading, page, points, say, text } from '../blocks.ts';

export const commandLine: HelpPage = [
  text(
    say`The ${code('toctoc')} command is for scripts, and for ssh itself. The Windows installer, deb and rpm put it on the PATH; elsewhere it lies in the folder ${code('bin')} of the program’s resources, and an AppImage is called with ${code('--cli --')} before the rest.`,
  ),
  heading('Knock'),
  example(
    'toctoc knock server.example.org 7000 8000:udp 9000\ntoctoc knock -w 22 --server knockd server.example.org 7000 8000 9000\ntoctoc knock "Web server"\ntoctoc knock --tag web\ntoctoc close "Web server"',
  ),
  points(
    say`${code('-w')} waits until the port is open, and tries again as the window does.`,
    say`A saved profile goes by its name or id, ${code('--tag')} takes all that have a tag. ${code('toctoc list')} names them.`,
    say`The app is asked for saved profiles, and started without a window if need be. Their ports are never printed.`,
  ),
  heading('For ssh'),
  example('Host web1\n  ProxyCommand toctoc connect --profile "Web server"'),
  text(say`Toctoc writes such a block for you: ${page('ssh')}.`),
  heading('In and out'),
  example('toctoc import --dry-run ~/.ssh/config\ntoctoc export > servers.json'),
  heading('Exit status'),
  points(
    say`${code('0')}: done, and open if it was waited for`,
    say`${code('1')}: not open`,
    say`${code('2')}: wrong usage, or an unknown profile`,
    say`${code('3')}: the name was not found, or the network not reached`,
    say`${code('4')}: the profiles are locked`,
    say`${code('130')}: interrupted`,
  ),
  text(
    say`${code('--json')} prints one event per line, ${code('toctoc knock --help')} all options, and ${code('toctoc completion bash')} (or zsh, fish) completions.`,
  ),
];
