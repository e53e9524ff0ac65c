import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from '../lab/support/command.ts';
import { type Lab, SERVER } from '../lab/support/lab.ts';
import { interleave } from './support/rounds.ts';
import { Shell } from './support/shell.ts';
import { duel, type Row } from './support/table.ts';

const ROUNDS = 7;
const MIB = 256;
const BYTES = MIB << 20;
/** Ports that no firewall of the lab guards. */
const TAKES = 5001;
const GIVES = 5002;

/**
 * Gives everybody the file, whether or not they have ended their own direction: `nc` as a server stops in the middle for
 * who has (as `toctoc connect` does once its input has ended, and `nc -N` too).
 */
const GIVER = `
const { createReadStream } = require('node:fs');
const [port, file] = process.argv.slice(1);
require('node:net').createServer({ allowHalfOpen: true }, (socket) => {
  socket.on('error', () => {}).resume();
  createReadStream(file, { highWaterMark: 1 << 20 }).pipe(socket);
}).listen(Number(port), () => console.log('gives'));`;

/** A quarter of a gibibyte through `toctoc connect` and through `nc`, each way, as ssh has them: between pipes. */
export async function relay(lab: Lab): Promise<readonly Row[]> {
  const shell = new Shell();
  const at = (name: string) => join(lab.folder, name);
  writeFileSync(at('bytes'), Buffer.alloc(BYTES, 'toctoc'));
  writeFileSync(at('counts'), '');
  const onServer = (name: string, ready: string, ...command: readonly [string, ...string[]]) =>
    start(at(`${name}.log`), ready, ...lab.on('server', ...command));
  const takeAll = `while :; do nc -l ${TAKES} | wc -c >> ${at('counts')}; done`;
  const takes = await onServer('takes', '', 'sh', '-c', takeAll);
  const gives = await onServer('gives', 'gives', process.execPath, '-e', GIVER, String(GIVES), at('bytes'));
  // Whoever takes this long has stopped, and is not counted.
  const limit = 'timeout -s KILL 60';
  const ours = `${limit} ${process.execPath} out/main/toctoc.js connect ${SERVER.clean4}`;
  const nc = (option: string) => `${limit} nc ${option} ${SERVER.clean4}`;
  // What did not arrive whole is not counted.
  const counted = () => readFileSync(at('counts'), 'utf8').trim().split('\n');
  const sending = (command: string) => async () => {
    const before = counted().length;
    const ms = await shell.time(`cat ${at('bytes')} | ${command} ${TAKES} | cat`);
    for (let i = 0; i < 100 && counted().length === before && counted()[0] === ''; i++) await sleep(20);
    return Number(counted().at(-1)) === BYTES ? ms : null;
  };
  const receiving = (command: string) => async () => {
    const ms = await shell.time(`${command} ${GIVES} < /dev/null | wc -c > ${at('count')}`);
    return Number(readFileSync(at('count'), 'utf8')) === BYTES ? ms : null;
  };
  const listening = () => sleep(200);
  const sent = await interleave(ROUNDS, { ours: sending(ours), nc: sending(nc('-N')) }, listening);
  const received = await interleave(ROUNDS, { ours: receiving(ours), nc: receiving(nc('-d')) }, listening);
  await Promise.all([shell.close(), takes.stop(), gives.stop()]);
  const row = { peerName: '`nc`', target: '≤ 1.25', digits: 0 };
  const what = `relay of \`toctoc connect\`, ${MIB} MiB`;
  return [
    duel({ ...row, what: `${what} sent`, ours: sent.ours, peer: sent.nc }),
    duel({ ...row, what: `${what} received`, ours: received.ours, peer: received.nc }),
  ];
}
