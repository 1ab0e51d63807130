import { css } from 'lit';

export const style = css`
  :host {
    container-type: inline-size;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 0.8rem;
    font-size: 0.8125rem;
    color: var(--sb-quiet);
  }
  input[type='range'] {
    width: 4.5rem;
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
  .tools > [title] {
    display: var(--sb-figure-more, inline-flex);
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
  /* room for a legend before there is one, so that nothing moves when it comes */
  .legend-place {
    min-height: 2rem;
  }
  .legend {
    display: flex;
    flex-wrap: var(--sb-legend-wrap, wrap);
    overflow-x: auto;
    scrollbar-width: none;
    gap: 0.1rem 0.35rem;
    margin: 0.2rem 0 0 -0.4rem;
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
    display: var(--sb-figure-more, inline);
    color: var(--sb-quiet);
    min-width: 4.8em; /* room for any four digits, so that nothing moves while they change */
    text-align: start;
  }
  .legend .more {
    color: var(--sb-accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .guide {
    display: flex;
    align-items: center;
    gap: 0.45rem;
    margin: 0.2rem 0 0;
    font-size: 0.8125rem;
    color: var(--sb-quiet);
  }
  .guide svg {
    flex: none;
  }
  .band,
  .mark,
  .crosshair {
    position: absolute;
    inset-block: 34px 48px; /* what the axis leaves, with its labels */
    pointer-events: none;
  }
  .band {
    background: var(--sb-accent);
    opacity: 0.16;
  }
  .mark {
    width: 0;
    border-inline-start: 1px dashed var(--sb-warn);
  }
  .mark span {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0.3rem;
    padding-inline: 0.25rem;
    font-size: 0.75rem;
    line-height: 1.3;
    white-space: nowrap;
    color: var(--sb-warn);
    background: var(--sb-surface);
    z-index: 1; /* above the lines of all marks, which would cross its words */
  }
  .mark.before span {
    inset-inline: auto 0.3rem;
  }
  .mark + .mark span {
    inset-block-start: 1.1rem;
  }
  .mark + .mark + .mark span {
    inset-block-start: 2.2rem;
  }
  .crosshair {
    width: 1px;
    background: var(--sb-border-strong);
  }
  .plot {
    position: relative;
    contain: size layout style;
    touch-action: pan-y;
    user-select: none;
    height: var(--sb-chart-height, 17rem);
    margin-block: 0.25rem;
  }
  .canvas {
    position: absolute;
    inset: 0;
    will-change: transform; /* a layer of its own, so that what lies around it is not painted with it */
  }
  .empty {
    inset: 0.5rem 0;
  }
  table {
    min-width: 24rem;
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
  @container (width < 30rem) {
    .title {
      flex-basis: 100%;
    }
    .legend .value {
      display: none;
    }
    .legend {
      flex-wrap: wrap;
    }
    .legend-place {
      min-height: 3.9rem;
    }
    .tools {
      gap: 0.35rem 0.6rem;
    }
    .tools input[type='range'] {
      width: 3.5rem;
    }
    .tools output {
      display: none;
    }
    .tools button span {
      position: absolute;
      width: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media print {
    .tools {
      display: none;
    }
  }
`;
