import { svg } from 'lit';

const line = (path: string) =>
  svg`<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path} /></svg>`;

/** The signs on buttons; each has words for screen readers next to it or in its place. */
export const ICONS = {
  up: line('M8 13V3M3.5 7.5 8 3l4.5 4.5'),
  down: line('M8 3v10M3.5 8.5 8 13l4.5-4.5'),
  duplicate: line('M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3'),
  source: line('M5.5 4 1.5 8l4 4M10.5 4l4 4-4 4'),
  delete: line('M2.5 4.5h11M6 4V2.5h4V4M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4'),
  fold: line('m3.5 6 4.5 4.5L12.5 6'),
  unfold: line('M6 3.5 10.5 8 6 12.5'),
  drag: line('M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01'),
  add: line('M8 3v10M3 8h10'),
  more: line('M3 8v.01M8 8v.01M13 8v.01'),
  run: line('M4.5 3v10l8-5z'),
  undo: line('M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6'),
  redo: line('m10.5 3 3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H10'),
};
