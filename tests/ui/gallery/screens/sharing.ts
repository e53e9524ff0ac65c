import { FakeBridge } from '../../../fakes/fake-bridge.ts';
import { expect } from '../../support/app.ts';
import { type Show, servers } from '../samples.ts';
import { selectEverything } from './list.ts';

/** Bringing servers in, and taking them out. */
export const sharing: Readonly<Record<string, Show>> = {
  import: async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    bridge.found = [
      { id: 'ssh-config', kind: 'ssh-config', place: '~/.ssh/config', name: '', text: '' },
      { id: 'putty', kind: 'putty', place: '~/.putty/sessions', name: '', text: '' },
    ];
    await app.open(bridge);
    await app.button('Import').click();
    await expect(app.page.getByText('~/.putty/sessions')).toBeVisible();
  },
  'import-preview': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    const host = (name: string, more = '') => `Host ${name}\n  User ada\n${more}\n`;
    const text = `${host('web.example.org', '  IdentityFile ~/.ssh/web')}${host('nas', '  ProxyCommand knock nas 7000 8000; nc %h %p')}${host(`backup.${'long-host-name.'.repeat(8)}example.org`)}Host x\n  Port 0\n  User "ada\nMatch user bob\n`;
    bridge.importFile = { name: 'config', text };
    await app.open(bridge);
    await app.button('Import').click();
    await app.button('Choose files…').click();
    await app.button('Show the knocks of nas').click();
    await expect(app.page.getByText('7000 8000')).toBeVisible();
  },
  export: async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await selectEverything(app);
    const back = app.button('Back');
    if (await back.isVisible()) await back.click();
    await app.button('Export').click();
    await expect(app.field('Repeat the passphrase')).toBeVisible();
  },
  'export-readable': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.button('Export').click();
    await app.field('As').selectOption('knock');
    await expect(app.page.getByText('The file will show every sequence')).toBeVisible();
  },
  'use-with-ssh': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.button('Use with ssh…').click();
    await expect(app.field('Name for ssh')).toHaveValue('web-server');
  },
  'import-reading': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    // The file is so large that it is being read still.
    const answer = bridge.invoke.bind(bridge);
    bridge.invoke = (channel, args) => (channel === 'import:open-file' ? new Promise(() => {}) : answer(channel, args));
    await app.open(bridge);
    await app.button('Import').click();
    await app.button('Choose files…').click();
    await bridge.push('importing', { stage: 'lines', done: 25_600, total: 40_001 });
    await expect(app.page.getByRole('progressbar')).toBeVisible();
  },
  'import-saving': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    bridge.importFile = { name: 'history', text: 'knock a.example.org 1 2\nknock b.example.org 3 4\n' };
    const answer = bridge.invoke.bind(bridge);
    bridge.invoke = (channel, args) => (channel === 'import:apply' ? new Promise(() => {}) : answer(channel, args));
    await app.open(bridge);
    await app.button('Import').click();
    await app.button('Choose files…').click();
    await app.button('Import 2 servers').click();
    await bridge.push('importing', { stage: 'saving', done: 1, total: 2 });
    await expect(app.page.getByRole('progressbar')).toBeVisible();
  },
  'import-folder': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    const session = (host: string) => `HostName=${host}\nProtocol=ssh\n`;
    bridge.importFolder = [
      { name: 'My%20box', text: session('box.example.org') },
      { name: 'telnet', text: 'HostName=old\nProtocol=telnet\n' },
      { name: 'randomseed', text: 'nothing at all' },
    ];
    await app.open(bridge);
    await app.button('Import').click();
    await app.button('Choose a folder…').click();
    await expect(app.page.getByText('My box')).toBeVisible();
  },
  'use-with-ssh-refused': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    bridge.refusals.set('ssh-config:add', [
      { code: 'file-unwritable', params: { file: '/home/ada/.ssh/toctoc.conf', reason: 'EACCES' } },
    ]);
    await app.open(bridge);
    await app.option('Web server').click();
    await app.button('Use with ssh…').click();
    await app.button('Add').click();
    await expect(app.page.getByText('EACCES')).toBeVisible();
  },
  'import-sealed': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    bridge.importFile = { name: 'export.json', text: '{"format":"toctoc-sealed","version":1}' };
    await app.open(bridge);
    await app.button('Import').click();
    await app.button('Choose files…').click();
  },
  'import-nothing': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    bridge.clipboard = 'nothing that anybody could knock on';
    await app.open(bridge);
    await app.button('Import').click();
    await app.button('Take it from the clipboard').click();
    await expect(app.button('Choose something else')).toBeVisible();
  },
  'import-no-host': async (app) => {
    const bridge = new FakeBridge({ profiles: servers });
    bridge.clipboard = '[openSSH]\n sequence = 7000,8000\n command = iptables -A INPUT -s %IP% --dport 22 -j ACCEPT\n';
    await app.open(bridge);
    await app.button('Import').click();
    await app.button('Take it from the clipboard').click();
    await expect(app.button('Choose something else')).toBeVisible();
  },
  'import-drop': async (app) => {
    await app.open(new FakeBridge({ profiles: servers }));
    await app.option('Web server').click();
    await app.page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['knock a 1 2'], 'knock.sh'));
      document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer }));
    });
    await expect(app.page.getByText('Let go to read')).toBeVisible();
  },
};
