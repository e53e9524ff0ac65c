import { createHash, randomFillSync } from 'node:crypto';
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { run, start } from '../lab/support/command.ts';
import { STOCK } from '../lab/support/doors.ts';
import { type Lab, SERVER } from '../lab/support/lab.ts';
import type { Row } from './support/table.ts';

const MIB = 1 << 20;
const PORT = 5003;

/**
 * A gibibyte of random bytes through `toctoc connect` to a server that sends all of it back.
 *
 * @throws when what came back is not what was sent
 */
export async function gibibyte(lab: Lab): Promise<readonly Row[]> {
  await lab.firewall('drop');
  await lab.knockd(STOCK);
  const there = join(lab.folder, 'gibibyte');
  const back = join(lab.folder, 'gibibyte-back');
  fill(there);
  const echo = `require('node:net').createServer({ allowHalfOpen: true }, (s) => s.pipe(s)).listen(${PORT}, () => console.log('ready'))`;
  const server = await start(join(lab.folder, 'echo.log'), 'ready', ...lab.on('server', process.execPath, '-e', echo));
  const command = `${process.execPath} out/main/toctoc.js connect ${SERVER.clean4} ${PORT} < ${there} > ${back}`;
  const started = performance.now();
  await run('sh', '-c', command);
  const seconds = (performance.now() - started) / 1000;
  await Promise.all([server.stop(), lab.stopKnockd()]);
  const [sent, received] = await Promise.all([sha256(there), sha256(back)]);
  if (sent !== received) throw new Error(`A gibibyte did not come back unchanged: ${sent} became ${received}.`);
  const ours = `unchanged (sha256), ${(2048 / seconds).toFixed(0)} MiB/s`;
  return [{ what: '1 GiB through `toctoc connect` and back', ours, peer: '', ratio: '', target: 'unchanged' }];
}

function fill(file: string): void {
  const fd = openSync(file, 'w');
  const block = Buffer.alloc(MIB);
  for (let i = 0; i < 1024; i++) writeSync(fd, randomFillSync(block));
  closeSync(fd);
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: MIB })) hash.update(chunk);
  return hash.digest('hex');
}
