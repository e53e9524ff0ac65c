const waiting: (() => void)[] = [];
let pressed = false;

function onPress(): void {
  pressed = true;
}

function onRelease(): void {
  pressed = false;
  // The click belongs to the release: it has been heard when the next task begins.
  setTimeout(() => {
    for (const task of waiting.splice(0)) task();
  });
}

addEventListener('pointerdown', onPress, { capture: true });
addEventListener('pointerup', onRelease, { capture: true });
addEventListener('pointercancel', onRelease, { capture: true });
// A menu of the system takes the release for itself.
addEventListener('keydown', onRelease, { capture: true });
addEventListener('blur', onRelease);

/**
 * Does at once what moves the page, or, while a pointer is pressed, after its click. A field that is left says what is
 * wrong with it: the button that it was left for would slide away from the pointer in the middle of the press, and the
 * click would be lost.
 */
export function afterPress(task: () => void): void {
  if (pressed) waiting.push(task);
  else task();
}
