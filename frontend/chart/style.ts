import { css } from 'lit';

export const style = css`
  :host {
    display: block;
    min-width: 0;
    container-type: inline-size;
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
    gap: 0.35rem 1.25rem;
  }
  .title {
    font-weight: 600;
    font-size: 1rem;
    margin-inline-end: auto;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 1.1rem;
    font-size: 0.8125rem;
    color: var(--sb-quiet);
  }
  .tools label {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
    min-height: 1.75rem;
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
  input[type='range'] {
    width: 5.5rem;
    height: 1.5rem;
  }
  output {
    min-width: 2.1em;
    color: var(--sb-text);
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid transparent;
    border-radius: var(--sb-radius-small);
    cursor: pointer;
    min-height: 1.75rem;
  }
  button:hover {
    background: var(--sb-hover);
  }
  .tools button {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    padding: 0 0.6rem;
    border-color: var(--sb-border);
  }
  .tools svg {
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :focus-visible {
    outline: 2px solid var(--sb-focus);
    outline-offset: 2px;
    border-radius: var(--sb-radius-small);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.35rem;
    margin: 0.4rem 0 0 -0.4rem;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }
  .legend button {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
    padding: 0 0.4rem;
    white-space: nowrap;
  }
  .legend svg {
    flex: none;
    width: 26px;
    height: 10px;
  }
  .legend [aria-pressed='false'] {
    color: var(--sb-quiet);
    text-decoration: line-through;
  }
  .legend [aria-pressed='false'] svg {
    opacity: 0.35;
  }
  .legend .value {
    color: var(--sb-quiet);
    min-width: 4.8em; /* room for any four digits, so that nothing moves while they change */
    text-align: start;
  }
  .plot {
    position: relative;
    height: var(--sb-chart-height, 17rem);
    margin-block: 0.25rem;
  }
  .canvas {
    position: absolute;
    inset: 0;
  }
  .empty {
    position: absolute;
    inset: 0.5rem 0;
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
    font-size: 0.875rem;
  }
  summary {
    display: inline-block;
    padding: 0.2rem 0.4rem;
    margin-inline-start: -0.4rem;
    border-radius: var(--sb-radius-small);
    color: var(--sb-quiet);
    font-size: 0.8125rem;
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
    min-width: 24rem;
  }
  th,
  td {
    padding: 0.3rem 0.9rem 0.3rem 0;
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
  .tip {
    padding: 0.5rem 0.7rem;
    font-size: 0.8125rem;
    line-height: 1.5;
    color: var(--sb-text);
    background: var(--sb-surface);
    border: 1px solid var(--sb-border-strong);
    border-radius: var(--sb-radius-small);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.14);
  }
  .tip-row {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .tip-row b {
    margin-inline-start: auto;
    padding-inline-start: 1rem;
    font-weight: 600;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (width < 30rem) {
    .title {
      flex-basis: 100%;
    }
    .legend.many .value {
      display: none;
    }
    .tools {
      gap: 0.35rem 0.9rem;
    }
    .tools input[type='range'] {
      width: 4.5rem;
    }
    .tools button span {
      position: absolute;
      width: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media print {
    .tools,
    details {
      display: none;
    }
  }
`;
