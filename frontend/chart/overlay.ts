import { html, nothing } from 'lit';
import type { Axis } from './axis.js';
import { inWords, readings } from './parts.js';
import type { Plot } from './plot.js';
import type { Line } from './series-store.js';

/** Draws the steps at which something happened, as upright lines with words. */
export function marksView(marks: { step: number; text: string }[], axis: Axis, plot?: Plot) {
  return marks.map(({ step, text }) => {
    const at = plot?.pixel(axis.of(step));
    return at === undefined
      ? nothing
      : html`<div class=${at > plot!.width / 2 ? 'mark before' : 'mark'} style="left: ${at}px">
          <span aria-hidden="true">${text}</span>
        </div>`;
  });
}

/** Draws the place at which another chart of the group is read. */
export function crosshairView(x: number | undefined, plot?: Plot) {
  const at = x === undefined ? undefined : plot?.pixel(x);
  return at === undefined ? nothing : html`<div class="crosshair" style="left: ${at}px"></div>`;
}

export interface Reader {
  heading: string;
  axis: Axis;
  lines: Line[];
  /** The place that is read. */
  x: number;
  end: number;
  pressed(event: KeyboardEvent): void;
  entered(): void;
  left(): void;
}

/** Draws the slider over the plot for the keyboard and for screen readers. */
export function readerView({ heading, axis, lines, x, end, pressed, entered, left }: Reader) {
  return html`<div
    class="canvas"
    style="pointer-events: none"
    role="slider"
    tabindex="0"
    aria-label="${heading}, values at each ${axis.name}"
    aria-describedby="summary"
    aria-valuemin="0"
    aria-valuemax=${Math.max(x, end)}
    aria-valuenow=${x}
    aria-valuetext=${inWords(readings(lines, axis, x), axis, x)}
    @keydown=${pressed}
    @focus=${entered}
    @blur=${left}
  ></div>`;
}
