import { formatProblem } from './format-problem.ts';

/** A sentence for every {@link ProblemCode}: what is wrong, and what to do about it. `{{…}}` are the problem's `params`. */
export const problem = {
  ...formatProblem,
  'name-empty': 'Name is empty: give the profile a name.',
  'name-long': 'Name is too long: keep it to 100 characters.',
  'host-empty': 'Host is empty: enter a name such as server.example.org, or an IP address.',
  'host-long': 'Host is too long: a name has at most 255 characters.',
  'host-leading-dash':
    'Host must not begin with “-”: an SSH client would take it for an option. Enter a name or an IP address.',
  'host-characters':
    'Host has characters that no name or address can have: use letters, digits, dots and hyphens, without spaces.',
  'port-not-a-number': 'Port is not a number: enter one from 1 to 65535.',
  'port-range': 'Port is out of range: enter a number from 1 to 65535.',
  'port-word': '“{{word}}” is not a port: give a number from 1 to 65535.',
  'sequence-empty': 'Sequence is empty: enter at least one port, such as 7000 8000:udp 9000.',
  'sequence-long': 'Sequence is too long: knockd takes at most 32 knocks. Remove some.',
  'sequence-word': '“{{word}}” is not a knock: write a port such as 7000, 8000:udp or 9000/tcp.',
  'sequence-port-range': 'The port in “{{word}}” is out of range: use one from 1 to 65535.',
  'sequence-gap-range': 'The gap behind “{{word}}” is out of range: use 0 to 10000 ms.',
  'protocol-unknown': '“{{word}}” names a protocol that cannot be knocked: use tcp or udp.',
  'payload-hex': '“{{value}}” is not hexadecimal: use pairs of 0–9 and a–f, such as 0xCAFE.',
  'payload-quote':
    'The quotes in “{{word}}” do not enclose the payload: write it like 8000:udp="open sesame", and a quote inside as \\".',
  'payload-long': 'The payload is too long: at most 1200 bytes fit in one packet.',
  'payload-tcp': '“{{word}}” has a payload, but only a UDP knock can carry one: add :udp, or remove the payload.',
  'pause-range': 'The pause “{{word}}” is out of range: use 1 ms to 60 s.',
  'gap-range': 'Gap is out of range: enter 0 to 10000 ms.',
  'hold-range':
    'Hold is out of range: enter 1 to 400 ms. Held longer, the system may send the knock a second time, which spoils the sequence.',
  'seq-timeout-range': 'Server timeout is out of range: enter 1 to 3600 s, or leave it empty.',
  'source-characters':
    'Source is not an address or an interface name: enter one such as 192.0.2.10 or eth0, or leave it empty.',
  'user-characters':
    'User has characters that are not allowed: no spaces, quotes, or shell signs, and no “-” in front.',
  'identity-file-characters':
    'Identity file has characters that are not allowed: no control characters, no “-” in front, and for WinSCP no quotation mark.',
  'jump-host-port': 'Write the jump host without a port: its port is the door port.',
  'jump-host-several': 'Enter one jump host, the one that is knocked: Toctoc does not go through several.',
  'session-name': 'The session’s name must not begin with “-” or “@”: enter it as PuTTY shows it.',
  'terminal-profile-name': 'The profile’s name must not begin with “-” or “@”: enter it as Windows Terminal shows it.',
  'ssh-option-word': '“{{option}}” is not an option: give options for ssh only, such as -A or -L 8080:localhost:80.',
  'ssh-option-refused':
    '“{{option}}” cannot be added here: it has a field of its own, or would start another program. Put it in your SSH configuration.',
  'ssh-option-value': '“{{option}}” has no usable value: write it as ssh(1) says, such as -o ServerAliveInterval=30.',
  'command-empty': 'Enter the command to start.',
  'command-characters': 'This holds a control character or a line break: write it on one line.',
  'command-quote': 'A quotation mark ({{quote}}) is not closed: add the second one.',
  'command-placeholder': '{{placeholder}} is not known: use one of the words below.',
  'command-program': 'The command must begin with a program, not with “{{program}}”.',
  'command-value-empty': 'The command uses {{placeholder}}, but that field is empty: fill it in, or leave it out.',
  'tag-empty': 'A tag is empty: remove it, or give it a name.',
  'tag-long': 'A tag is too long: keep it to 40 characters.',
  'tags-many': 'Too many tags: keep it to 20.',
  'keep-open-range': 'Knock again every (min) is out of range: enter 1 to 1440 minutes, or leave it empty.',
  'interface-characters': 'Enter the server’s network interface as ip address shows it, such as eth0 or enp1s0.',
  'open-seconds-range': 'Enter how long the door stays open: 5 to 86400 seconds.',
  'one-time-empty': 'This list has no unused sequence: choose another file, or generate a list.',
  'one-time-long': 'A one-time list has at most 1000 lines.',
  'one-time-line': 'Line {{line}} is not a sequence as knockd writes it, such as 7000,8000:udp,9000.',
  'one-time-position': 'Enter the number of the next line: 1 for the first.',
  'value-unknown': 'This value is not one of the choices: pick one from the list.',
  'option-range': '{{option}} “{{value}}” is out of range: give a whole number from {{least}} to {{most}}.',
  'option-number': '{{option}} “{{value}}” is not a whole number: give one from {{least}} to {{most}}.',
  'text-long': 'This text is too long: shorten it.',
  'name-not-found': 'Host “{{host}}” was not found: check the spelling, or try its IP address.',
  'name-lookup-failed': 'Host “{{host}}” could not be looked up: is this computer connected to the network?',
  'no-address-of-family': 'Host “{{host}}” has no {{family}} address: choose the other address family, or Automatic.',
  'network-unreachable':
    'Host {{address}} lies in a network that cannot be reached: is this computer connected, and does its network carry this kind of address?',
  'zone-unknown':
    'Host {{host}} names the network interface “{{zone}}”, which this computer does not have or which is off: correct the name behind “%”, or switch it on.',
  'zone-missing':
    'Host {{address}} is a link-local address, which may be on any interface: add “%” and the one that leads there, such as {{address}}%eth0.',
  'host-unreachable':
    'Host {{address}} cannot be reached: is the server switched on, and the VPN connected if it needs one?',
  'send-not-permitted': 'The system did not let Toctoc send to {{address}}: a firewall on this computer may forbid it.',
  'source-not-available':
    'Source {{source}} is not an address of this computer: check the interface, or leave Source empty.',
  'too-many-sockets': 'The system has no free sockets left: close some programs, or run fewer servers at once.',
  'send-failed': 'The knock to {{address}} was not sent ({{reason}}): try again, and check the network.',
  'close-sequence-missing': 'This profile has no close sequence: add one in the editor.',
  'keep-open-missing': 'This profile does not say how often to knock: fill in “Knock again every (min)” in the editor.',
  'one-time-exhausted': 'The one-time list is used up: make a new one in the editor, and put it on the server too.',
  'practice-ports-taken':
    'The practice server found no free ports on this computer: close other programs and try again.',
  'run-unknown': 'This run is no longer in the history.',
  'terminal-none':
    'No terminal was found: install one, such as xterm or GNOME Terminal, or choose another program under Launch.',
  'terminal-missing': 'The terminal “{{terminal}}” is not installed: install it, or choose another one under Launch.',
  'ssh-missing':
    'The ssh program was not found: install the OpenSSH client (on Debian: apt install openssh-client), or choose another program under Launch.',
  'launch-failed': '{{path}} could not be started ({{reason}}): choose another program under Launch.',
  'launch-ended': '{{path}} ended at once with status {{status}}: choose another program under Launch.',
  'launch-not-here':
    'Toctoc cannot open SSH sessions on this system yet: the door is open, connect with your own client.',
  'program-missing': '“{{program}}” is not installed: install it, or choose another one under Launch.',
  'command-not-found':
    'The program “{{program}}” was not found: check the command under Launch, or give its whole path.',
  'command-value-option':
    'The command was not started: {{placeholder}} stands alone and its value begins with “-”, which a program takes for an option.',
  'launch-expands':
    '{{client}} would replace “{{text}}” by a variable’s value: rename that file, or choose another launch.',
  'link-failed': 'No program opened {{link}} ({{reason}}): install one for such links, or choose another launch.',
  'link-unreadable':
    'A link to Toctoc could not be read, so nothing was done: it has to look like toctoc://open/ and a profile’s id.',
  'link-unknown':
    'A link or a shortcut asked for a profile that is not here, so nothing was done. It may have been deleted.',
  'shortcut-taken': '{{shortcut}} was not given to Toctoc: another program has it. Choose another one.',
  'shortcut-wayland':
    'On Wayland a program cannot take a shortcut by itself: add one in your desktop’s settings that runs {{command}}',
  'autostart-portable': 'A portable copy cannot start at login: it may be gone by then. Install Toctoc for that.',
  'autostart-translocated': 'macOS runs this copy from a temporary place: move Toctoc to Applications first.',
  'autostart-failed': 'Start at login was not changed ({{reason}}): check the rights of {{file}}.',
  'vault-locked': 'The profiles are locked: unlock them in the window of Toctoc. Nothing was changed.',
  'ssh-alias': 'Choose one word that ssh can take for a host: letters, digits, dots, hyphens and underscores.',
  'ssh-alias-taken': 'Another profile is called “{{alias}}” there already: choose another name.',
  'ssh-config-unwritable': '{{file}} could not be read or written ({{reason}}): check its rights. Nothing was changed.',
  'own-path-portable':
    'This is a portable copy ({{path}}), which ssh could not start by itself: install Toctoc to use it with ssh.',
  'own-path-moves':
    'Toctoc runs from a place that will not last ({{path}}): move it to the Applications folder and start it again.',
  'own-path-missing':
    'The program “{{program}}”, which ssh would start Toctoc’s command with, was not found: install it.',
  'profile-unknown': 'This profile no longer exists.',
  'profile-damaged':
    'The profile “{{name}}” in the data file could not be read. The file was kept as {{file}}; the other profiles were loaded.',
  'file-damaged':
    'The data file could not be read. It was kept as {{file}}, and Toctoc started with an empty list: put a repaired copy in its place and start Toctoc again.',
  'settings-damaged':
    'The settings could not be read. They were kept as {{file}}, and Toctoc started with the usual ones.',
  'history-damaged': 'The history of runs could not be read. It was kept as {{file}}, and a new one was begun.',
  'file-newer':
    'The data file was written by a newer Toctoc. It was kept as {{file}}, and Toctoc started with an empty list: update Toctoc to use it.',
  'file-unwritable':
    'The data file could not be written ({{reason}}): check the free space and the rights of {{file}}. Nothing was changed.',
  'file-restored':
    'The data file could not be read, so Toctoc went back to its last good copy, of {{date}}. The damaged file was kept as {{file}}.',
  'file-changed':
    'Another program changed the data file meanwhile. What it had changed was kept as {{file}}; Toctoc went on with yours.',
  'vault-undecided': 'Nothing was saved: choose first, in the window of Toctoc, how it keeps your sequences.',
  'secrets-damaged':
    'The sequence of “{{name}}” cannot be unsealed: the data file was damaged. Delete the profile and enter it again, or put a backup copy of the data file in its place.',
  'keychain-absent':
    'This computer has no keychain that could seal your sequences: choose a passphrase, or start the system’s keyring and Toctoc again.',
  'keychain-failed':
    'The system’s keychain could not be used ({{reason}}): unlock it and try again, or choose a passphrase.',
  'passphrase-short': 'The passphrase is too short: use at least {{least}} characters.',
  'passphrase-long': 'The passphrase is too long: keep it to 1000 characters.',
  'passphrase-wrong': 'The passphrase is wrong: check Caps Lock and the keyboard’s language, and try again.',
  'passphrase-wait': 'Too many wrong passphrases: wait {{seconds}} s, and try again.',
  'updates-off': 'Nothing was asked: Toctoc may not look for new versions until that is allowed in the settings.',
  'update-check-failed': 'Toctoc could not find out whether there is a new version ({{reason}}): try again later.',
  'update-missing': 'There is no new version to fetch or install: check for updates first.',
  'update-failed':
    'Toctoc {{version}} could not be fetched ({{reason}}). Nothing was changed: try again, or go on with this version.',
  'update-not-installed':
    'Toctoc {{version}} could not be put in place, so this is still the version you had. Try again, or install it by hand from the download page.',
  'file-not-saved': '{{file}} could not be written ({{reason}}): choose another folder.',
  'folder-not-opened': '{{folder}} could not be opened ({{reason}}): open it by hand.',
  'page-crashed':
    'The window crashed and was loaded again. Runs went on, and what you had typed about a server is kept.',
  'graphics-off':
    'The graphics driver crashed several times: Toctoc now draws without it, and tries it again with its next version.',
  'went-wrong':
    'Something went wrong inside Toctoc, and it goes on. Where something looks odd now, quit and start it again; what happened is in {{file}}.',
  'request-refused': 'This request was refused: {{reason}}.',
  internal: 'Something went wrong inside Toctoc: {{reason}}.',
} as const;
