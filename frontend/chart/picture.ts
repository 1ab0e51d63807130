import { type Palette, dash, toneColour } from './palette.js';
import type { Line } from './series-store.js';

/** Draws the title, the legend and the plot on one canvas with a ground, as a PNG. */
export async function picture(
  plot: HTMLCanvasElement,
  scale: number,
  title: string,
  lines: Line[],
  colours: Palette,
): Promise<Blob> {
  const margin = 20;
  const width = plot.width / scale;
  const rows = legendRows(lines, width, colours);
  const top = margin + 26 + rows.length * 22;
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * margin) * scale;
  canvas.height = (plot.height / scale + top + margin) * scale;
  const pen = canvas.getContext('2d')!;
  pen.scale(scale, scale);
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = colours.text;
  pen.textBaseline = 'middle';
  pen.font = `600 16px ${colours.font}`;
  pen.fillText(title, margin, margin + 8);
  rows.forEach((row, i) => drawLegend(pen, row, margin, margin + 38 + i * 22, colours));
  pen.drawImage(plot, margin, top, width, plot.height / scale);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The picture is too large to save.'))), 'image/png'),
  );
}

interface Placed {
  line: Line;
  left: number;
}

function legendRows(lines: Line[], width: number, colours: Palette): Placed[][] {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = `13px ${colours.font}`;
  const rows: Placed[][] = [];
  let left = width;
  for (const line of lines) {
    const needed = 54 + pen.measureText(line.name).width;
    if (left + needed > width || !rows.length) {
      rows.push([]);
      left = 0;
    }
    rows[rows.length - 1].push({ line, left });
    left += needed;
  }
  return rows;
}

function drawLegend(pen: CanvasRenderingContext2D, row: Placed[], margin: number, y: number, colours: Palette): void {
  pen.font = `13px ${colours.font}`;
  for (const { line, left } of row) {
    pen.strokeStyle = toneColour(colours, line.tone);
    pen.lineWidth = 2.5;
    pen.setLineDash(dash(line));
    pen.beginPath();
    pen.moveTo(margin + left, y);
    pen.lineTo(margin + left + 26, y);
    pen.stroke();
    pen.setLineDash([]);
    pen.fillText(line.name, margin + left + 34, y);
  }
}
