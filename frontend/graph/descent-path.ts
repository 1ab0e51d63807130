import { nothing, svg } from 'lit';
import { unpack } from '../chart/numbers.js';
import type { Palette } from '../chart/palette.js';
import type { Places } from './messages.js';
import type { Scale } from './scale.js';

type Point = [number, number];

/** Farther away than any picture is wide; a browser draws no larger numbers well. */
const FAR = 1e4;

export function points(places: Places | null, x: Scale, y: Scale): Point[] {
  if (!places) {
    return [];
  }
  const [xs, ys] = [unpack(places.x), unpack(places.y)];
  const near = (pixel: number) => Math.max(-FAR, Math.min(FAR, pixel));
  return Array.from(xs, (value, i): Point => [near(x.of(value)), near(y.of(ys[i]))]).filter((point) =>
    point.every(Number.isFinite),
  );
}

/** Draws a line with a border, so that it shows on dark as on light. */
function line(all: Point[], colour: string, width: number, colours: Palette, dashes = '') {
  const d = `M${all.map((point) => point.map((pixel) => pixel.toFixed(1)).join(' ')).join('L')}`;
  return all.length < 2
    ? nothing
    : svg`
      <path d=${d} fill="none" stroke=${colours.surface} stroke-width=${width + 3} stroke-linejoin="round" stroke-opacity="0.85" />
      <path d=${d} fill="none" stroke=${colour} stroke-width=${width} stroke-linejoin="round" stroke-dasharray=${dashes || nothing} />`;
}

function dot([x, y]: Point, radius: number, colour: string, colours: Palette) {
  return svg`<circle cx=${x} cy=${y} r=${radius} fill=${colour} stroke=${colours.surface} stroke-width="1.2" />`;
}

/** Draws the path of the run to the middle. */
export function past(all: Point[], middle: Point, colours: Palette) {
  return svg`<g class="path">${line([...all, middle], colours.text, 2, colours)}
    ${all.map((point) => dot(point, 3, colours.text, colours))}</g>`;
}

/** Draws an arrow for the next step, and a thin line over dots for those after it. */
export function ahead(all: Point[], middle: Point, colours: Palette) {
  const colour = colours.series[1];
  const [first] = all;
  if (!first) {
    return nothing;
  }
  return svg`<g class="ahead">
    ${line(all, colour, 1.5, colours, '3 3')}
    ${all.slice(1).map((point) => dot(point, 3.2, colour, colours))}
    ${arrow(middle, first, colours)}
  </g>`;
}

function arrow(from: Point, to: Point, colours: Palette) {
  const colour = colours.series[1];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const head = Math.min(13, Math.max(5, length / 2));
  const stop: Point = [to[0] - (dx / (length || 1)) * head, to[1] - (dy / (length || 1)) * head];
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  return svg`${line([from, stop], colour, 4, colours)}
    <path class="arrow" d="M0 0L${-head} ${-0.55 * head}L${-head} ${0.55 * head}Z" fill=${colour} stroke=${colours.surface}
      stroke-width="1" transform="translate(${to[0]} ${to[1]}) rotate(${angle})" />`;
}
