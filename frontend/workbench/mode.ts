/**
 * Says how much an exercise shows: itself alone, or the workbench with every tool. The choice is kept in this browser; a
 * line of script in the page's head applies it before the first paint, and this module whenever it changes.
 */
const KEY = 'sb-workbench';
const CHANGED = 'sb-workbench-changed';

export function isWorkbench(): boolean {
  return document.documentElement.hasAttribute('data-workbench');
}

export function setWorkbench(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // the choice holds until the page is left
  }
  apply(on);
}

/** Calls back whenever the choice has changed; returns the function that stops it. */
export function onWorkbenchChange(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}

function apply(on: boolean): void {
  document.documentElement.toggleAttribute('data-workbench', on);
  dispatchEvent(new Event(CHANGED));
}

addEventListener('storage', (event) => {
  if (event.key === KEY) {
    apply(event.newValue === 'on'); // another tab chose
  }
});
