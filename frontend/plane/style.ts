import { css } from 'lit';

export const style = css`
  :host {
    max-width: 27rem;
  }
  .head {
    gap: 0.35rem 0.5rem;
  }
  /* what comes with the data and with the output has its place before, so that nothing moves when it comes */
  .later {
    visibility: hidden;
  }
  .below {
    min-height: 6.5rem;
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
  }
  details {
    margin-block-start: 0.3rem;
  }
`;
