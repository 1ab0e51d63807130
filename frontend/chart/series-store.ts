/** What the chart keeps of a run: plain arrays, thinned with the server's buffer, never sent twice. */

export interface SeriesDefinition {
  id: string;
  name: string;
  /** The place in the colour sequence, from 0; past its end the colours come again with another dash. */
  tone: number;
  smoothable: boolean;
  dashed: boolean;
  /** Not thinned with the common stride: a series with a stride of its own, such as the validation loss. */
  ownStride: boolean;
}

/** New points: the number as such, or 'NaN', 'Infinity', '-Infinity', which JSON has no numbers for. */
export interface NewPoints {
  stride: number;
  series: { id: string; x: number[]; y: (number | string)[]; stride?: number }[];
}

export interface Line extends SeriesDefinition {
  x: number[];
  y: number[];
}

/** Twice what a server's buffer holds; a series that grows past it loses every second point. */
const MOST_POINTS = 16_384;

export class SeriesStore {
  private kept = new Map<string, Line>();
  private stride = 1;

  get lines(): Line[] {
    return [...this.kept.values()];
  }

  get empty(): boolean {
    return this.lines.every((line) => line.x.length === 0);
  }

  /** Starts anew with these series. */
  define(series: SeriesDefinition[]): void {
    this.kept = new Map(series.map((each) => [each.id, { ...each, x: [], y: [] }]));
    this.stride = 1;
  }

  clear(): void {
    this.define(this.lines);
  }

  take(points: NewPoints): void {
    if (points.stride > this.stride) {
      this.stride = points.stride;
      this.lines.filter((line) => !line.ownStride).forEach((line) => thin(line, points.stride));
    }
    for (const { id, x, y, stride } of points.series) {
      const line = this.kept.get(id);
      if (line) {
        if (line.ownStride && stride) {
          thin(line, stride);
        }
        add(line, x, y);
      }
    }
  }
}

/** Points at or before the last one are already here: a message sent twice changes nothing. */
function add(line: Line, x: number[], y: (number | string)[]): void {
  let last = line.x.length ? line.x[line.x.length - 1] : -Infinity;
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    if (x[i] > last) {
      last = x[i];
      line.x.push(last);
      line.y.push(Number(y[i]));
    }
  }
  if (line.x.length > MOST_POINTS) {
    keep(line, (_, index) => index % 2 === 1);
  }
}

function thin(line: Line, stride: number): void {
  keep(line, (x) => x % stride === 0);
}

function keep(line: Line, wanted: (x: number, index: number) => boolean): void {
  let count = 0;
  for (let i = 0; i < line.x.length; i++) {
    if (wanted(line.x[i], i)) {
      line.x[count] = line.x[i];
      line.y[count++] = line.y[i];
    }
  }
  line.x.length = count;
  line.y.length = count;
}
