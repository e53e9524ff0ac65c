import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../shared/text/en.ts';
import { fill } from '../../shared/text/sentence.ts';
import { writeRefusal } from '../profiles/writable-folder.ts';

/** Why Toctoc cannot start, and where the person has to look. */
export type StartProblem =
  | { readonly kind: 'data-folder'; readonly path: string; readonly code: string }
  | { readonly kind: 'damaged'; readonly path: string }
  | { readonly kind: 'unexpected'; readonly folder: string };

/** What a window is made of, below the built app; without one of them it stays white for ever. */
const PARTS = ['preload/preload.cjs', 'renderer/index.html', 'renderer/quick-pick.html'] as const;

/** Whether profiles can be kept there; the folder is made if need be. */
export function dataFolderProblem(path: string): StartProblem | null {
  const code = writeRefusal(path);
  return code === null ? null : { kind: 'data-folder', path, code };
}

/** The first part of the installed app that is missing or cannot be read. */
export function damageProblem(out: string): StartProblem | null {
  const path = PARTS.map((part) => join(out, part)).find((part) => !existsSync(part) || !readable(part));
  return path === undefined ? null : { kind: 'damaged', path };
}

function readable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** What is wrong and what to do about it, for a person. */
export function startSentence(problem: StartProblem, { cannotStart }: Language['desktop']): string {
  switch (problem.kind) {
    case 'data-folder':
      return fill(cannotStart.dataFolder, { path: problem.path, code: problem.code });
    case 'damaged':
      return fill(cannotStart.damaged, { path: problem.path });
    case 'unexpected':
      return fill(cannotStart.unexpected, { path: join(problem.folder, 'logs', 'main.log') });
  }
}
