import type { SetupAnswers } from './answers.ts';
import type { SetupFile } from './document.ts';

/**
 * What starts knockd on the right interface. Debian's unit reads `KNOCKD_OPTS` from `/etc/default/knockd`, its init
 * script `START_KNOCKD` too; elsewhere a drop-in replaces the command line.
 */
export function serviceFile({ start, interface: device }: SetupAnswers, comment: string): SetupFile {
  if (start === 'debian') {
    const text = `# ${comment}\nSTART_KNOCKD=1\nKNOCKD_OPTS="-i ${device}"\n`;
    return { kind: 'file', id: 'default-knockd', path: '/etc/default/knockd', text, secret: false };
  }
  const lines = [
    `# ${comment}`,
    '[Unit]',
    'Wants=network-online.target',
    'After=network-online.target',
    '',
    '[Service]',
    'ExecStart=',
    `ExecStart=/usr/sbin/knockd -i ${device}`,
    'Restart=on-failure',
    'RestartSec=5',
  ];
  const path = '/etc/systemd/system/knockd.service.d/toctoc.conf';
  return { kind: 'file', id: 'drop-in', path, text: `${lines.join('\n')}\n`, secret: false };
}
