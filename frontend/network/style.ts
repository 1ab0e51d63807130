import { css } from 'lit';

export const style = css`
  :host {
    display: block;
    min-width: 0;
    font-size: 0.8125rem;
    color: var(--sb-text);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 1rem;
    color: var(--sb-quiet);
  }
  .bar > div {
    display: flex;
    align-items: center;
    gap: 0.25rem;
  }
  .bar button {
    min-height: 1.6rem;
    padding: 0 0.5rem;
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid transparent;
    border-radius: 99px;
    cursor: pointer;
  }
  .bar button:hover {
    background: var(--sb-hover);
  }
  .bar button[aria-pressed='true'] {
    color: var(--sb-accent);
    background: var(--sb-accent-soft);
    border-color: var(--sb-accent);
  }
  .room {
    margin-block-start: 0.5rem;
    overflow: auto hidden;
  }
  svg {
    display: block;
  }
  text {
    font: inherit;
    fill: var(--sb-quiet);
    text-anchor: middle;
  }
  text.head {
    fill: var(--sb-text);
    font-weight: 600;
  }
  text.number,
  text.second,
  text.link-number {
    fill: var(--sb-text);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }
  text.second {
    font-size: 0.6563rem;
  }
  text.link-number {
    paint-order: stroke;
    stroke: var(--sb-surface);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  text.link-number.chosen {
    font-weight: 700;
  }
  .link {
    fill: none;
    stroke-linecap: round;
  }
  .above {
    stroke: var(--sb-positive);
  }
  .below {
    stroke: var(--sb-negative);
  }
  .touch {
    fill: none;
    stroke: transparent;
    stroke-width: 9;
    cursor: pointer;
  }
  .flow {
    fill: none;
    stroke: var(--flow);
    stroke-width: 3;
    stroke-linecap: round;
    stroke-dasharray: 1 13;
    pointer-events: none;
    animation: flow 0.9s linear infinite;
  }
  .flow.back {
    animation-direction: reverse;
  }
  .tip {
    display: none;
    fill: var(--flow);
  }
  .forward {
    --flow: var(--walk-forward, var(--sb-series-1));
  }
  .back {
    --flow: var(--walk-backward, var(--sb-series-4));
  }
  @keyframes flow {
    from {
      stroke-dashoffset: 14;
    }
    to {
      stroke-dashoffset: 0;
    }
  }
  .unit {
    cursor: pointer;
    outline: none;
  }
  .unit .disc {
    stroke: var(--sb-border-strong);
    stroke-width: 1.2;
  }
  .unit.dead .disc {
    stroke-dasharray: 3 3;
  }
  .unit.frozen .disc {
    stroke: var(--sb-series-6);
    stroke-width: 2.5;
  }
  .ring {
    fill: none;
    stroke: var(--flow);
    stroke-width: 2.5;
  }
  .unit:focus-visible .focus,
  .unit:hover .focus {
    stroke: var(--sb-focus);
  }
  .focus {
    fill: none;
    stroke: transparent;
    stroke-width: 2;
  }
  .cross {
    stroke: var(--sb-text);
    stroke-width: 1.5;
  }
  output {
    display: block;
    min-height: 1.4em;
    color: var(--sb-quiet);
  }
  @media (prefers-reduced-motion: reduce) {
    .flow {
      animation: none;
      stroke-dasharray: 7 5;
      stroke-width: 2.5;
    }
    .tip {
      display: inline;
    }
  }
  @media print {
    .bar button:not([aria-pressed='true']) {
      display: none;
    }
  }
`;
