import { css } from 'lit';

export const style = css`
  :host {
    display: block;
  }
  button {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: 2rem;
    padding: 0 0.7rem;
    font: inherit;
    font-size: 0.9375rem;
    color: var(--sb-text);
    background: none;
    border: 1px solid transparent;
    border-radius: var(--sb-radius-small);
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    background: var(--sb-hover);
  }
  button:disabled {
    color: var(--sb-quiet);
    cursor: not-allowed;
  }
  :focus-visible {
    outline: 2px solid var(--sb-focus);
    outline-offset: 1px;
  }
  kbd {
    padding: 0.05rem 0.4rem;
    font-family: var(--sb-mono);
    font-size: 0.8125rem;
    color: var(--sb-quiet);
    background: var(--sb-sunken);
    border: 1px solid var(--sb-border);
    border-radius: 0.3rem;
    white-space: nowrap;
  }
  .bar {
    position: sticky;
    inset-block-start: 4rem;
    z-index: 6;
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem;
    width: fit-content;
    max-width: 100%;
    box-sizing: border-box;
    margin-block-end: 1rem;
    padding: 0.25rem;
    background: var(--sb-surface);
    border: 1px solid var(--sb-border);
    border-radius: var(--sb-radius);
    box-shadow: 0 2px 12px rgb(20 30 50 / 0.08);
  }
  .opener {
    block-size: 100%;
  }
  [role='menu'] {
    position: absolute;
    inset: auto;
    margin: 0;
    color: inherit;
    width: max-content;
    max-width: calc(100vw - 2rem);
    padding: 0.35rem;
    background: var(--sb-surface);
    border: 1px solid var(--sb-border-strong);
    border-radius: var(--sb-radius-small);
    box-shadow: 0 8px 24px rgb(10 15 30 / 0.18);
  }
  .gap {
    inline-size: 0.75rem;
  }
  .notice {
    position: fixed;
    inset-block-end: 5.75rem;
    inset-inline-start: 1rem;
    z-index: 20;
    display: flex;
    gap: 0.75rem;
    align-items: center;
    width: fit-content;
    max-width: min(26rem, calc(100vw - 2rem));
    box-sizing: border-box;
    padding: 0.6rem 1rem;
    line-height: 1.45;
    color: var(--sb-page);
    background: var(--sb-text);
    border-radius: var(--sb-radius);
    visibility: hidden;
  }
  .notice.shown {
    visibility: visible;
  }
  .notice button {
    min-height: 1.75rem;
    font-weight: 600;
    color: inherit;
    text-decoration: underline;
  }
  .notice button:hover {
    background: none;
  }
  dialog {
    box-sizing: border-box;
    width: min(34rem, calc(100vw - 2rem));
    max-height: min(36rem, calc(100vh - 4rem));
    margin-block-start: 12vh;
    padding: 0.75rem;
    overflow: auto;
    color: var(--sb-text);
    background: var(--sb-surface);
    border: 1px solid var(--sb-border-strong);
    border-radius: var(--sb-radius);
    box-shadow: 0 12px 48px rgb(10 15 30 / 0.25);
  }
  dialog::backdrop {
    background: rgb(10 15 30 / 0.35);
  }
  h2:focus {
    outline: none;
  }
  h2 {
    margin: 0.25rem 0.5rem 0.5rem;
    font-size: 1.0625rem;
  }
  dialog p {
    margin: 0.5rem;
    line-height: 1.5;
    color: var(--sb-quiet);
  }
  .row {
    display: flex;
    gap: 0.75rem;
    align-items: baseline;
    width: 100%;
    box-sizing: border-box;
    padding: 0.5rem 0.6rem;
    text-align: start;
    border-radius: var(--sb-radius-small);
    cursor: pointer;
  }
  .row strong {
    font-weight: 550;
  }
  .row span {
    flex: 1;
    color: var(--sb-quiet);
  }
  .row[aria-selected='true'],
  .row:hover {
    background: var(--sb-accent-soft);
  }
  dialog input {
    width: 100%;
    box-sizing: border-box;
    margin-block-end: 0.5rem;
    padding: 0.6rem;
    font: inherit;
    color: inherit;
    background: var(--sb-sunken);
    border: 1px solid var(--sb-border-strong);
    border-radius: var(--sb-radius-small);
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    font-weight: 400;
    text-align: start;
  }
  :is(th, td) {
    padding: 0.35rem 0.5rem;
    border-block-end: 1px solid var(--sb-border);
  }
  td {
    text-align: end;
    white-space: nowrap;
  }
  form {
    margin-block-start: 0.75rem;
    text-align: end;
  }
  form button {
    border-color: var(--sb-border-strong);
  }
  @media (width < 40rem) {
    .wide,
    .bar kbd,
    .gap {
      display: none;
    }
    .bar {
      flex-wrap: nowrap;
      inset-block-start: 3.75rem;
    }
    .word {
      position: absolute;
      clip-path: inset(50%);
    }
    .bar button {
      padding: 0 0.45rem;
      font-size: 0.875rem;
      white-space: nowrap;
    }
  }
  @media print {
    .bar,
    .notice {
      display: none;
    }
  }
`;
