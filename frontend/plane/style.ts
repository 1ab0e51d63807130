import { css } from 'lit';

export const style = css`
  :host {
    display: block;
    min-width: 0;
    max-width: 27rem;
    color: var(--sb-text);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none;
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
    margin-inline-end: auto;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
    min-height: 1.75rem;
    font-size: 0.8125rem;
    color: var(--sb-quiet);
    cursor: pointer;
  }
  input {
    width: 1rem;
    height: 1rem;
    margin: 0;
    accent-color: var(--sb-accent);
    cursor: pointer;
  }
  .square {
    position: relative;
    width: 100%;
    aspect-ratio: 1;
    margin-block-start: 0.25rem;
    border-radius: var(--sb-radius-small);
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
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
  :focus-visible {
    outline: 2px solid var(--sb-focus);
    outline-offset: 2px;
  }
  .reading {
    display: block;
    min-height: 1.4em;
    margin-inline-start: 44px;
    font-size: 0.8125rem;
    color: var(--sb-quiet);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1.1rem;
    margin: 0.3rem 0 0 44px;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
  }
  .legend svg {
    width: 14px;
    height: 14px;
    overflow: visible;
  }
  .bar {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    margin: 0.5rem 14px 0 44px;
    font-size: 0.75rem;
    color: var(--sb-quiet);
  }
  .bar::before {
    content: '';
    grid-column: 1 / -1;
    height: 0.5rem;
    border-radius: 99px;
    background: var(--ramp);
    border: 1px solid var(--sb-border);
  }
  .bar span:nth-child(2) {
    text-align: center;
  }
  .bar span:nth-child(3) {
    text-align: end;
  }
  .note {
    margin: 0.3rem 0 0 44px;
    font-size: 0.8125rem;
    color: var(--sb-quiet);
  }
  details {
    margin-block-start: 0.3rem;
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
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.25rem 0.6rem 0.25rem 0;
    text-align: end;
    font-weight: 400;
    border-block-end: 1px solid var(--sb-border);
    white-space: nowrap;
  }
  th {
    color: var(--sb-quiet);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    details,
    label {
      display: none;
    }
  }
`;
