/** What was let go over the window: a file, or a folder that Chromium lets the page look into because of that. */
export type Dropped = File | FileSystemDirectoryEntry;

type DroppedItem = Pick<DataTransferItem, 'kind' | 'webkitGetAsEntry' | 'getAsFile'>;

/** What a drop brings. Only while its event is handled: afterwards Chromium says that there was nothing. */
export function droppedOn({ items }: { readonly items: Iterable<DroppedItem> }): readonly Dropped[] {
  return [...items].flatMap((item) => {
    if (item.kind !== 'file') return [];
    const entry = item.webkitGetAsEntry();
    const dropped = entry !== null && isFolder(entry) ? entry : item.getAsFile();
    return dropped === null ? [] : [dropped];
  });
}

export function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A file of a folder; `null` where the entry is a folder again, rejects with a `DOMException` when it cannot be had. */
export function fileOf(entry: FileSystemEntry): Promise<File | null> {
  return new Promise((resolve, reject) => (isFile(entry) ? entry.file(resolve, reject) : resolve(null)));
}

/** What is in a folder, by name; rejects with a `DOMException` when that cannot be seen. */
export async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  // A hundred at a time, and none when that was all.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    found.push(...some);
  }
}
