import type { Palette } from '../chart/palette.js';

/** The theme's colours for pictures that stand in the page itself and change with its scheme. */
export const pageColours: Palette = {
  surface: 'var(--sb-surface)',
  text: 'var(--sb-text)',
  quiet: 'var(--sb-quiet)',
  grid: 'var(--sb-grid)',
  border: 'var(--sb-border-strong)',
  series: [],
  font: 'inherit',
};
