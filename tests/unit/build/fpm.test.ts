import { describe, expect, it } from 'vitest';
import { controlFile } from '../../../build/linux/deb.ts';
import { parseFpm } from '../../../build/linux/fpm-request.ts';
import { specFile } from '../../../build/linux/rpm.ts';

/** As electron-builder calls fpm. */
const DEB = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'a | b', '--deb-recommends', 'openssh-client'],
  ...['--deb-compression', 'xz', '--architecture', 'amd64', '--after-install', '/t/in', '--after-remove', '/t/out'],
  ...['--description', 'Short\n Long, 100 %', '--version', '1.2.3', '--package', '/d/x.deb', '--name', 'toctoc'],
  ...['--maintainer', 'A <a@example.org>', '--url', 'https://example.org', '--category', 'net'],
  ...['/d/app/=/opt/Toctoc', '/d/a=b.png=/usr/share/a.png'],
];

describe('the stand-in for fpm', () => {
  it('reads what electron-builder passes', () => {
    expect(parseFpm(DEB)).toMatchObject({
      target: 'deb',
      summary: 'Short',
      description: 'Long, 100 %',
      depends: ['libnss3', 'a | b'],
      mappings: [
        { from: '/d/app/', to: '/opt/Toctoc' },
        { from: '/d/a=b.png', to: '/usr/share/a.png' },
      ],
    });
  });

  it('stops at an option or a kind of package that it does not know', () => {
    expect(() => parseFpm([...DEB, '--deb-systemd', 'x'])).toThrow(/deb-systemd/);
    expect(() => parseFpm(DEB.map((word) => (word === 'deb' ? 'pacman' : word)))).toThrow(/pacman/);
    expect(() => parseFpm(DEB.filter((word) => word !== '--name' && word !== 'toctoc'))).toThrow(/--name/);
  });

  it('writes a control file', () => {
    const control = controlFile(parseFpm(DEB), 12);
    expect(control).toContain('Depends: libnss3, a | b\nRecommends: openssh-client\n');
    expect(control).toMatch(/\nDescription: Short\n Long, 100 %\n$/);
  });

  it('writes a spec file in which nothing is a macro by accident', () => {
    const spec = specFile(parseFpm(DEB), ['/opt/Toctoc/50%'], { install: 'echo 1%', remove: 'true' });
    expect(spec).toContain('Long, 100 %%');
    expect(spec).toContain('"/opt/Toctoc/50%%"');
    expect(spec).toContain('%post\necho 1%%\n%postun\ntrue\n%files\n');
  });
});
