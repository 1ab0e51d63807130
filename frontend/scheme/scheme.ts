/**
 * The page's colour scheme: light, dark, or as the system has it. The choice is kept in this browser; a line of script
 * in the page's head applies it before the first paint, and this module whenever it changes.
 */
export type Choice = 'light' | 'dark' | 'system';

const KEY = 'sb-color-scheme';
const CHANGED = 'sb-color-scheme-changed';
const system = matchMedia('(prefers-color-scheme: dark)');

export function chosen(): Choice {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system'; // a browser that keeps nothing
  }
}

export function choose(choice: Choice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // the choice holds until the page is left
  }
  apply(choice);
}

/** Calls back whenever the colours may have changed; returns the function that stops it. */
export function onSchemeChange(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}

function apply(choice: Choice): void {
  document.documentElement.dataset.colors = choice;
  document.documentElement.style.colorScheme = choice === 'system' ? 'light dark' : choice;
  dispatchEvent(new Event(CHANGED));
}

system.addEventListener('change', () => dispatchEvent(new Event(CHANGED)));
addEventListener('storage', (event) => {
  if (event.key === KEY) {
    apply(chosen()); // another tab chose
  }
});
addEventListener('beforeprint', () => apply('light')); // paper is white
addEventListener('afterprint', () => apply(chosen()));
