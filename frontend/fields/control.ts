/**
 * A control of a notebook: any element with `data-key`, whose text is its `value` or that of its checked radio button.
 *
 * The page's save state gives it `stored`, what the server has, and with each change `seen`, what else the server may
 * have (see the ledger), and `stamp`, which change it is; `pending` says that a change is on its way.
 */
export type Control = HTMLElement & {
  value?: string;
  label?: string;
  stored?: string;
  seen?: string;
  stamp?: string;
  pending?: boolean;
};

/** Returns the control from which an event comes, also out of an element's shadow. */
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

/** Shows what the server has stored. */
export function showStored(control: Control, text: string): void {
  control.stored = text;
  if (textOf(control) === text) {
    return;
  }
  if (control.value !== undefined) {
    control.value = text;
  } else {
    const button = control.querySelector<HTMLInputElement>(`input[value="${CSS.escape(text)}"]`);
    control.querySelectorAll<HTMLInputElement>('input').forEach((each) => (each.checked = each === button));
  }
}

/** Tells the server, and the page's save state, what a person made of a control. */
export function tellEdited(control: Control): void {
  control.dispatchEvent(new CustomEvent('edited', { bubbles: true, composed: true, detail: { value: textOf(control) } }));
}

/** Says that the server has set the control, so that the page's save state knows it as stored. */
export function tellServed(control: Control): void {
  control.dispatchEvent(new CustomEvent('served', { bubbles: true, composed: true }));
}

/** Says that a control has left the page with text in it that was typed and not sent. */
export function tellDropped(control: Control): void {
  document.dispatchEvent(new CustomEvent('dropped', { detail: control }));
}

const LEAVING = 'sb-leaving';

/** Has every control send what it still holds back, before the page may go. */
export function flushControls(): void {
  dispatchEvent(new Event(LEAVING));
}

/** Calls back when the page may be about to go, be hidden, or show another view; returns the function that stops it. */
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
