/** Which profiles of the list are selected: one, or several together. Every change is a new value. */
export interface Selection {
  /** The row that the arrows move from. It may be unselected, by Ctrl and a click. */
  readonly activeId: string;
  /** Where a range begins. */
  readonly anchorId: string;
  /** At least one. */
  readonly ids: ReadonlySet<string>;
}

/** One profile, and no other. */
export function only(id: string): Selection {
  return { activeId: id, anchorId: id, ids: new Set([id]) };
}

/** Adds one or takes it away; the last one stays, so that there is always something to show. */
export function toggled(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { activeId: id, anchorId: id, ids: ids.size === 0 ? selection.ids : ids };
}

/** From the anchor to `id`, in the order in which the list shows them. */
export function extended(selection: Selection, id: string, shown: readonly string[]): Selection {
  const end = shown.indexOf(id);
  const begin = shown.indexOf(selection.anchorId);
  // A filter may have hidden the anchor.
  if (begin < 0 || end < 0) return only(id);
  const ids = new Set(shown.slice(Math.min(begin, end), Math.max(begin, end) + 1));
  return { activeId: id, anchorId: selection.anchorId, ids };
}

/** Everything that the list shows; `null` when that is nothing. */
export function everything(selection: Selection | null, shown: readonly string[]): Selection | null {
  const kept = shown.find((id) => id === selection?.activeId) ?? shown[0];
  return kept === undefined ? null : { activeId: kept, anchorId: kept, ids: new Set(shown) };
}

/** Only the focus moves. */
export function moved(selection: Selection, id: string): Selection {
  return { ...selection, activeId: id };
}
