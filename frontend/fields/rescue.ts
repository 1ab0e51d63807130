import { type Control, controlWith, tellEdited, textOf } from './control.js';

export type Texts = Record<string, string>;

const RETRY_MILLIS = 200;
const TRIES = 25;

/**
 * Unsaved text outlives a reload of the page, as when the server was started anew: it waits in this tab's storage until
 * the page is back, and is then typed again in the person's place.
 */
export class Rescue {
  private readonly place = `sb-unsaved:${location.pathname}`;

  keep(keys: string[]): void {
    const texts: Texts = {};
    for (const key of keys) {
      const control = controlWith(key);
      if (control) {
        texts[key] = textOf(control);
      }
    }
    try {
      if (keys.length) {
        sessionStorage.setItem(this.place, JSON.stringify(texts));
      } else {
        sessionStorage.removeItem(this.place);
      }
    } catch {
      // a browser that keeps nothing
    }
  }

  take(): Texts {
    try {
      return JSON.parse(sessionStorage.getItem(this.place) ?? '{}') as Texts;
    } catch {
      return {};
    }
  }
}

/** Types these texts into their controls as soon as those are on the page, for a few seconds at most. */
export function typeAgain(texts: Texts, tries = TRIES): void {
  const waiting = Object.entries(texts).filter(([key, text]) => {
    const control = controlWith(key);
    if (control && textOf(control) !== text) {
      enter(control, text);
    }
    return !control;
  });
  if (waiting.length && tries > 0) {
    setTimeout(() => typeAgain(Object.fromEntries(waiting), tries - 1), RETRY_MILLIS);
  }
}

function enter(control: Control, text: string): void {
  if (control.value !== undefined) {
    control.value = text;
    tellEdited(control);
  } else {
    control.querySelector<HTMLInputElement>(`input[value="${CSS.escape(text)}"]:enabled`)?.click();
  }
}
