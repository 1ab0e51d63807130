import { axisOf } from './axis.js';
import { download, fileName } from '../download.js';
import { csvOf } from './csv.js';
import { shortest } from './numbers.js';
import type { Palette } from './palette.js';
import { picture } from './picture.js';
import type { Line, SeriesStore } from './series-store.js';

/** Saves a chart as a picture. */
export async function exportPicture(
  canvas: HTMLCanvasElement,
  scale: number,
  heading: string,
  lines: Line[],
  colours: Palette,
): Promise<void> {
  download(await picture(canvas, scale, heading, lines, colours), fileName(heading, 'png'));
}

/** Saves a chart's numbers as a table. */
export function exportTable(heading: string, shown: Line[], stepsPerEpoch: number, clock: SeriesStore['clock']): void {
  const lines = shown.map((line) => ({ ...line, y: line.y.map(shortest) }));
  const text = csvOf(lines, axisOf('epoch', stepsPerEpoch, clock).of, axisOf('time', 1, clock).of);
  download(new Blob([text], { type: 'text/csv' }), fileName(heading, 'csv'));
}
