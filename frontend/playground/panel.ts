/** A panel that opens below its button, and is shut by Esc, by a press elsewhere, and when another one opens. */
import { type TemplateResult, html } from 'lit';

/** Draws a panel. A hidden one stays while it is open, so that a person who hides it there sees what else they do. */
export function panel(title: string, gone: boolean, inside: TemplateResult) {
  return html`<details class="pg-more ${gone ? 'gone' : ''}" name="pg-panel" @keydown=${escape}>
    <summary>${title}</summary>
    <div class="pg-more-panel">${inside}</div>
  </details>`;
}

function escape(event: KeyboardEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.key === 'Escape' && details.open) {
    shut(details);
  }
}

/** Shuts the panels that were not pressed. The focus stays with what was pressed, if that can have it. */
export function pressed(page: Element, event: Event): void {
  page.querySelectorAll<HTMLDetailsElement>('.pg-more[open]').forEach((details) => {
    if (!event.composedPath().includes(details)) {
      const holds = document.activeElement?.contains(page) || details.contains(document.activeElement);
      details.open = false;
      if (holds) {
        shut(details);
      }
    }
  });
}

function shut(details: HTMLDetailsElement): void {
  details.open = false;
  details.querySelector('summary')!.focus({ preventScroll: true });
}
