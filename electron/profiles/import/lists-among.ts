import { parseOneTimeList } from '../../../shared/formats/one-time-list.ts';
import { sniff } from '../../../shared/formats/sniff.ts';
import type { Steps } from '../../../shared/formats/steps.ts';
import { ok } from '../../../shared/result.ts';
import type { ImportText } from './parse-text.ts';

/**
 * Among files that were given together, the one-time lists are for the knockd.conf that names them: by the file's own
 * name, for its folder is the server's. They are no servers of their own then.
 */
export function* withLists(texts: readonly ImportText[]): Steps<readonly ImportText[]> {
  if (texts.length < 2) return texts;
  // The files themselves have been counted already: what follows is a breath between two of them.
  const looked = { stage: 'files', done: texts.length, total: texts.length } as const;
  const unknown: ImportText[] = [];
  let anyConf = false;
  for (const text of texts) {
    yield looked;
    const format = sniff(text.text);
    anyConf ||= format === 'knockd-conf';
    if (format === null) unknown.push(text);
  }
  if (!anyConf) return texts;
  const lists = new Set<ImportText>();
  for (const text of unknown) {
    yield looked;
    if (parseOneTimeList(text.text).ok) lists.add(text);
  }
  if (lists.size === 0) return texts;
  const given = new Map([...lists].map(({ fileName, text }) => [fileName, text]));
  return texts
    .filter((text) => !lists.has(text))
    .map((text) => ({
      ...text,
      readList: (file: string) => {
        const list = given.get(file.replace(/^.*\//, ''));
        return list === undefined ? (text.readList?.(file) ?? null) : ok(list);
      },
    }));
}
