#!/usr/bin/env node
import { ok } from '../../shared/result.ts';
import { EXIT } from './exit-status.ts';
import { finish } from './finish.ts';
import { knock } from './knock.ts';
import { usedOutputs } from './output.ts';
import { quickArguments } from './quick-arguments.ts';
import { spelledOut } from './spelled-out.ts';

/** The command line, plain Node: reads arguments, ends with an exit status. */
async function main(argv: readonly string[]): Promise<never> {
  // What scripts do most is done without loading what they do not need.
  const [first, ...rest] = argv;
  const words = first === 'knock' ? spelledOut(rest) : rest;
  const quick = first === 'knock' ? quickArguments(words) : null;
  if (quick !== null) return finish(await knock(ok(quick.host), quick.ports, quick.options), usedOutputs());
  const { runProgram } = await import('./program.ts');
  return finish(await runProgram(first === undefined ? [] : [first, ...words]));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  return finish(EXIT.notOpen);
});
