import { css, html } from 'lit';

/**
 * Fills a picture that has nothing to show. Where its numbers are known to exist (`--sb-awaited`, which a
 * page sets around it), it does not say that there are none, and on paper it says how to get them there.
 */
export function emptyView(text: string) {
  return html`<div class="empty">
    <span class="hint">${text}</span><span class="awaited">The numbers are on their way.</span
    ><span class="unprinted">This was not ready for the printer: print with Ctrl+P while the page has the focus.</span>
  </div>`;
}

export const emptyStyle = css`
  .empty .hint {
    display: var(--sb-hint, inline);
  }
  .empty .awaited {
    display: var(--sb-awaited, none);
  }
  .empty .unprinted {
    display: none;
  }
  @media print {
    .empty .awaited {
      display: none;
    }
    .empty .unprinted {
      display: var(--sb-awaited, none);
    }
  }
`;
