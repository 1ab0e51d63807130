import { css } from 'lit';

/** For screen readers only. */
export const visuallyHidden = css`
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** The style that the chart and the plane share: a title with its tools, a picture or a word in its place, a table. */
export const figureStyle = css`
  :host {
    display: block;
    min-width: 0;
    color: var(--sb-text);
  }
  figure {
    margin: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 1rem;
  }
  .title {
    font-weight: 600;
    font-size: 1rem;
    margin-inline-end: auto;
  }
  /* a page may leave them out, as one that is to be calm does */
  .help,
  details {
    display: var(--sb-figure-more, block);
  }
  .help {
    margin: 0.15rem 0 0;
    max-width: 46rem;
    font-size: 0.8125rem;
    line-height: 1.45;
    color: var(--sb-quiet);
  }
  ::slotted([slot='controls']) {
    margin-block: 0.45rem 0.3rem;
  }
  .head label {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
    min-height: 1.75rem;
    font-size: 0.8125rem;
    color: var(--sb-quiet);
    cursor: pointer;
  }
  input {
    accent-color: var(--sb-accent);
    margin: 0;
    cursor: pointer;
  }
  input[type='checkbox'] {
    width: 1rem;
    height: 1rem;
  }
  :focus-visible {
    outline: 2px solid var(--sb-focus);
    outline-offset: 2px;
    border-radius: var(--sb-radius-small);
  }
  .empty {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 1rem;
    text-align: center;
    color: var(--sb-quiet);
    border: 1px dashed var(--sb-border-strong);
    border-radius: var(--sb-radius-small);
  }
  .note {
    margin: 0 0 0.4rem;
    font-size: 0.8125rem;
    color: var(--sb-quiet);
  }
  details {
    font-size: 0.8125rem;
  }
  summary {
    display: inline-block;
    padding: 0.2rem 0.4rem;
    margin-inline-start: -0.4rem;
    border-radius: var(--sb-radius-small);
    color: var(--sb-quiet);
    cursor: pointer;
  }
  summary::before {
    content: '▸ ';
  }
  details[open] > summary::before {
    content: '▾ ';
  }
  summary:hover {
    color: var(--sb-text);
  }
  .scroll {
    overflow-x: auto;
    margin-block-start: 0.3rem;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.3rem 0.8rem 0.3rem 0;
    text-align: end;
    font-weight: 400;
    border-block-end: 1px solid var(--sb-border);
    white-space: nowrap;
  }
  th:first-child {
    text-align: start;
  }
  thead th {
    color: var(--sb-quiet);
  }
  @media print {
    .head label,
    .tools,
    details {
      display: none;
    }
  }
`;
