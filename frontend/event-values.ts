/** Returns the text of the box, slider or select that an event comes from. */
export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

/** Tells whether the checkbox that an event comes from is checked. */
export function isChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

/** Tells whether the `<details>` that an event comes from is open. */
export function isOpen(event: Event): boolean {
  return (event.target as HTMLDetailsElement).open;
}
