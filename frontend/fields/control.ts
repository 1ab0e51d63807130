/** A control of a notebook: any element with `data-key`, whose text is its `value` or that of its checked radio button. */
export type Control = HTMLElement & { value?: string };

/** The control that an event comes from, also out of an element's shadow. */
export function controlOf(event: Event): Control | undefined {
  return event.composedPath().find((each): each is Control => each instanceof HTMLElement && each.hasAttribute('data-key'));
}

export function keyOf(control: Control): string {
  return control.dataset.key ?? '';
}

export function textOf(control: Control): string {
  return control.value ?? control.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
}

export function controlWith(key: string): Control | null {
  return document.querySelector<Control>(`[data-key="${CSS.escape(key)}"]`);
}

/** Tells the server, and the page's save state, what a person made of a control. */
export function tellEdited(control: Control): void {
  control.dispatchEvent(
    new CustomEvent('edited', { bubbles: true, composed: true, detail: { value: textOf(control) } }),
  );
}

/** Says that the server has set the control, so that the page's save state knows it as stored. */
export function tellServed(control: Control): void {
  control.dispatchEvent(new CustomEvent('served', { bubbles: true, composed: true }));
}

/** Says that a control has left the page with text in it that was typed and not sent. */
export function tellDropped(control: Control): void {
  document.dispatchEvent(new CustomEvent('dropped', { detail: { [keyOf(control)]: textOf(control) } }));
}

const LEAVING = 'sb-leaving';

/** Has every control send what it still holds back, before the page may go. */
export function hurry(): void {
  dispatchEvent(new Event(LEAVING));
}

/** Calls back when the page may be about to go, be hidden, or show another view; gives the way to stop. */
export function onLeaving(listener: () => void): () => void {
  const whenHidden = () => document.visibilityState === 'hidden' && listener();
  const events = [LEAVING, 'pagehide', 'popstate'];
  events.forEach((name) => addEventListener(name, listener, true));
  document.addEventListener('visibilitychange', whenHidden);
  return () => {
    events.forEach((name) => removeEventListener(name, listener, true));
    document.removeEventListener('visibilitychange', whenHidden);
  };
}
