// A stand-in for fpm, as electron-builder calls it for deb and rpm, over the system's own dpkg-deb and rpmbuild: fpm
// itself comes from GitHub. It knows the options that electron-builder passes, and stops at any other.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDeb } from './deb.ts';
import { parseFpm, stage } from './fpm-request.ts';
import { buildRpm } from './rpm.ts';

const work = await mkdtemp(join(tmpdir(), 'toctoc-fpm-'));
try {
  const request = parseFpm(process.argv.slice(2));
  await stage(request.mappings, join(work, 'root'));
  await (request.target === 'deb' ? buildDeb : buildRpm)(request, join(work, 'root'), work);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(work, { recursive: true, force: true });
}
