/**
 * The second half of a double click is for what the first half pressed. When that has gone meanwhile (a dialog that
 * closed, a bar that went away), what happens to lie below it is not pressed in its place.
 *
 * @returns stops it
 */
export function ignoreStrayClicks(page: Document): () => void {
  let pressed: EventTarget | null = null;
  const onClick = (event: MouseEvent) => {
    const target = pressable(event.target);
    if (event.detail > 1 && target !== pressed) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else pressed = target;
  };
  page.addEventListener('click', onClick, { capture: true });
  return () => page.removeEventListener('click', onClick, { capture: true });
}

/** What a click on this is meant for: icon and text are part of a button, and a label is pressed for its control. */
function pressable(target: EventTarget | null): EventTarget | null {
  if (!(target instanceof Element)) return target;
  return target.closest('label')?.control ?? target.closest('button, a, [role="option"]') ?? target;
}
