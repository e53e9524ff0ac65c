// Runs inside Wine, bundled to one file: makes the launches of a file of cases with the real launcher, and writes what
// came of each to another file, because under Wine a pipe for standard output stays empty.
import { readFileSync, writeFileSync } from 'node:fs';
import { createLauncher } from '../../../electron/launch/launcher.ts';
import type { Case, Report } from './cases.ts';

const [input = '', output = ''] = process.argv.slice(2);
// Wine sets it by itself, whatever it was.
process.env['LOCALAPPDATA'] = 'C:\\users\\ann\\AppData\\Local';
const cases: readonly Case[] = JSON.parse(readFileSync(input, 'utf8'));

async function main(): Promise<Report> {
  const openLink = () => Promise.reject(new Error('no links here'));
  const results = [];
  for (const { source, address, environment } of cases) {
    // Every stand-in ends by itself, and the watch with it.
    const launcher = createLauncher({ openLink, environment: { ...process.env, ...environment }, watchMs: 120_000 });
    results.push(await launcher.launch(source, address));
  }
  const detected = await createLauncher({ openLink }).detect();
  return { platform: process.platform, detected, results };
}

main().then(
  (report) => writeFileSync(output, JSON.stringify(report)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
