import { nothing, svg } from 'lit';
import { type Column, largest, unitWords } from './columns.js';
import type { Layout } from './geometry.js';

export type Fill = 'activation' | 'error' | 'heat map';

export interface ColumnSettings {
  layout: Layout;
  fill: Fill;
  /** Heat maps as addresses of images, by column and unit. */
  pictures: string[][];
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
  const { radius } = settings.layout;
  const dead = column.dead.includes(unit);
  const here = settings.at[0] === index && settings.at[1] === unit;
  return svg`<g class="unit ${dead ? 'dead' : ''} ${column.frozen ? 'frozen' : ''}" role="button" aria-label=${unitWords(column, unit)}
      tabindex=${here ? 0 : -1} data-place="${index}.${unit}">
    ${ring ? svg`<circle class="ring ${ring}" cx=${x} cy=${y} r=${radius + 4} />` : nothing}
    ${disc(settings, column, [index, unit], [x, y], most)}
    ${dead ? svg`<path class="cross" d="M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x + 4} ${y - 4}L${x - 4} ${y + 4}" />` : nothing}
    <circle class="focus" cx=${x} cy=${y} r=${radius + 2} /></g>`;
}

function disc(
  { layout, fill, pictures }: ColumnSettings,
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
  const tone = value < 0 ? 'negative' : 'positive';
  return svg`<circle class="disc" cx=${x} cy=${y} r=${radius}
    style="fill: color-mix(in srgb, var(--sb-plane-${tone}) ${share}%, var(--sb-surface))" />`;
}
