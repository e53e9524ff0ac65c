import { parseOneTimeList } from '../../../shared/formats/one-time-list.ts';
import { sniff } from '../../../shared/formats/sniff.ts';
import { ok } from '../../../shared/result.ts';
import type { ImportText } from './parse-text.ts';

/**
 * Among files that were given together, the one-time lists are for the knockd.conf that names them: by the file's own
 * name, for its folder is the server's. They are no servers of their own then.
 */
export function withLists(texts: readonly ImportText[]): readonly ImportText[] {
  if (texts.length < 2 || !texts.some(({ text }) => sniff(text) === 'knockd-conf')) return texts;
  const lists = new Map(texts.filter(isList).map(({ fileName, text }) => [fileName, text]));
  if (lists.size === 0) return texts;
  return texts
    .filter((text) => !isList(text))
    .map((text) => ({
      ...text,
      readList: (file: string) => {
        const given = lists.get(file.replace(/^.*\//, ''));
        return given === undefined ? (text.readList?.(file) ?? null) : ok(given);
      },
    }));
}

function isList({ text }: ImportText): boolean {
  return sniff(text) === null && parseOneTimeList(text).ok;
}
