import { nothing, svg } from 'lit';
import { type Column, largest, unitWords } from './columns.js';
import type { Layout } from './geometry.js';
import { type Shown, short } from './numbers.js';

export type Fill = 'activation' | 'error' | 'heat map';

export interface ColumnSettings {
  layout: Layout;
  fill: Fill;
  /** Heat maps as addresses of images, by column and unit. */
  pictures: string[][];
  shown: Shown;
  /** The unit that the Tab key leads to. */
  at: [number, number];
}

/** Draws a column with its name, its units, and how many are not drawn. */
export function columnView(settings: ColumnSettings, column: Column, index: number, ring: string) {
  const { layout } = settings;
  const { x, ys } = layout.columns[index];
  const hidden = column.units - column.count;
  const most = largest(settings.fill === 'error' ? column.delta : column.a);
  return svg`<text class="head" x=${x} y="14">${column.name}</text>
    <text x=${x} y="29">${column.frozen ? 'frozen' : column.activation}</text>
    ${ys.map((y, unit) => unitView(settings, column, [index, unit], [x, y], most, ring))}
    ${hidden ? svg`<text x=${x} y=${layout.height - 8}>+ ${hidden} more</text>` : nothing}`;
}

function unitView(
  settings: ColumnSettings,
  column: Column,
  [index, unit]: [number, number],
  [x, y]: [number, number],
  most: number,
  ring: string,
) {
  const { layout, fill, shown } = settings;
  const { radius } = layout;
  const dead = column.dead.includes(unit);
  const here = settings.at[0] === index && settings.at[1] === unit;
  return svg`<g class="unit ${dead ? 'dead' : ''} ${column.frozen ? 'frozen' : ''}" role="button" aria-label=${unitWords(column, unit)}
      tabindex=${here ? 0 : -1} data-place="${index}.${unit}">
    ${ring ? svg`<circle class="ring ${ring}" cx=${x} cy=${y} r=${radius + 4} />` : nothing}
    ${disc(settings, column, [index, unit], [x, y], most)}
    ${fill === 'heat map' ? nothing : numbers(layout.radius, shown, column, unit, [x, y])}
    ${dead ? svg`<path class="cross" d="M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x + 4} ${y - 4}L${x - 4} ${y + 4}" />` : nothing}
    <circle class="focus" cx=${x} cy=${y} r=${radius + 2} /></g>`;
}

/** Writes a unit's numbers into it: a above z, or δ above a. */
function numbers(radius: number, shown: Shown, column: Column, unit: number, [x, y]: [number, number]) {
  if (!shown || radius < 16) {
    return nothing;
  }
  const input = column.layer < 0;
  const [letter, value] = shown === 'backward' && !input ? ['δ', column.delta[unit]] : ['', column.a[unit]];
  const [below, second] = shown === 'backward' ? ['a', column.a[unit]] : ['z', column.z[unit]];
  const two = radius >= 24 && !input;
  return svg`<text class="number" data-letter=${letter} x=${x} y=${y + (two ? 0 : 4)}>${short(value, radius < 24 ? 5 : 7)}</text>
    ${two ? svg`<text class="second" x=${x} y=${y + 14}>${below} ${short(second, 5)}</text>` : nothing}`;
}

function disc(
  { layout, fill, shown, pictures }: ColumnSettings,
  column: Column,
  [index, unit]: [number, number],
  [x, y]: [number, number],
  most: number,
) {
  const { radius } = layout;
  const map = fill === 'heat map' ? pictures[index]?.[unit] : undefined;
  if (map) {
    return svg`<image href=${map} x=${x - radius} y=${y - radius} width=${2 * radius} height=${2 * radius} preserveAspectRatio="none" />
      <rect class="disc" fill="none" x=${x - radius} y=${y - radius} width=${2 * radius} height=${2 * radius} rx="3" />`;
  }
  const value = fill === 'error' ? column.delta[unit] : column.a[unit];
  const share = Number.isFinite(value) ? Math.round((100 * Math.abs(value)) / most) : 0;
  const tint = shown ? share * 0.4 : share; // numbers stand out against it
  const tone = value < 0 ? 'negative' : 'positive';
  return svg`<circle class="disc" cx=${x} cy=${y} r=${radius}
    style="fill: color-mix(in srgb, var(--sb-plane-${tone}) ${tint}%, var(--sb-surface))" />`;
}
