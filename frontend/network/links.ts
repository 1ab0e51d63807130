import { nothing, svg } from 'lit';
import { type Column, type Link, largest } from './columns.js';
import type { Flow } from './flow.js';
import { type Layout, linkPath, onLink } from './geometry.js';
import { numbersFit, short } from './numbers.js';

/** Draws the links into a column, as thick as their numbers are large; numbers may flow along them. */
export function linksView(layout: Layout, index: number, column: Column, links: Link[], numbers: ArrayLike<number>, flow: Flow) {
  const most = largest(numbers);
  return links.map(({ from, to, place }) => {
    const value = column.single ? most : (numbers[place] ?? 0);
    const size = Number.isFinite(value) ? Math.min(1, Math.abs(value) / most) : 1;
    const path = linkPath(layout, index, from, to);
    return svg`<path class="link ${value < 0 ? 'below' : 'above'}" d=${path}
        stroke-width=${(0.7 + 4.3 * size).toFixed(2)} opacity=${(0.25 + 0.7 * size).toFixed(2)} />
      ${flow ? flowView(path, flow) : nothing}
      <path class="touch" d=${path} data-link="${index}.${place}" />`;
  });
}

/** Writes the numbers of the links into a column upon them, where there is room. */
export function linkNumbers(
  layout: Layout,
  index: number,
  column: Column,
  links: Link[],
  numbers: ArrayLike<number>,
  chosen: number,
) {
  if (column.single || !numbers.length) {
    return nothing;
  }
  const fit = numbersFit(layout, links.length);
  return links.map(({ from, to, place }) => {
    const [x, y] = onLink(layout, index, from, to);
    return fit || place === chosen
      ? svg`<text class="link-number ${place === chosen ? 'chosen' : ''}" x=${x} y=${y - 4}>${short(numbers[place], layout.gap < 150 ? 5 : 7)}</text>`
      : nothing;
  });
}

/** Draws numbers that move along a link; where nothing may move, an arrow's tip shows the direction. */
function flowView(path: string, flow: Flow) {
  return flow === 'forward'
    ? svg`<path class="flow forward" d=${path} marker-end="url(#tip-forward)" />`
    : svg`<path class="flow back" d=${path} marker-start="url(#tip-back)" />`;
}

/** The tips of those arrows. */
export const tips = svg`<defs>
  ${(['forward', 'back'] as const).map(
    (flow) => svg`<marker id="tip-${flow}" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="11" markerHeight="11"
        markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="tip ${flow}" d="M0 0L10 5L0 10z" /></marker>`,
  )}
</defs>`;
