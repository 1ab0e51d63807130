/** The points that the chart keeps of a run: plain arrays, thinned with the server's buffer, never sent twice. */
import type { Clock } from './axis.js';
import type { NewPoints, Stretches } from './messages.js';
import { unpack } from './numbers.js';

export interface SeriesDefinition {
  id: string;
  name: string;
  /** The place in the colour sequence, from 0; past its end the colours come again with another dash. */
  tone: number;
  smoothable: boolean;
  dashed: boolean;
  /** Not thinned with the common stride: a series with a stride of its own, such as the validation loss. */
  ownStride: boolean;
  /** Not drawn until a person asks for it. */
  hidden: boolean;
}

export interface Line extends SeriesDefinition {
  x: number[];
  y: number[];
}

/** Twice what a server's buffer holds; a series that grows past it loses every second point. */
const MOST_POINTS = 16_384;
const MOST_MOMENTS = 1_024;

export class SeriesStore {
  private kept = new Map<string, Line>();
  private stride = 1;
  clock: Clock = { step: [], seconds: [] };

  get lines(): Line[] {
    return [...this.kept.values()];
  }

  get empty(): boolean {
    return this.lines.every((line) => line.x.length === 0);
  }

  /** Starts again with these series. */
  define(series: SeriesDefinition[]): void {
    this.kept = new Map(series.map((each) => [each.id, { ...each, x: [], y: [] }]));
    this.stride = 1;
    this.clock = { step: [], seconds: [] };
  }

  clear(): void {
    this.define(this.lines);
  }

  /** Returns the lines as they are now; no later point changes them. */
  copy(): Line[] {
    return this.lines.map((line) => ({ ...line, x: line.x.slice(), y: line.y.slice() }));
  }

  take(points: NewPoints): void {
    if (points.stride > this.stride) {
      this.stride = points.stride;
      this.lines.filter((line) => !line.ownStride).forEach((line) => thin(line, points.stride));
    }
    let steps: number[] = [];
    for (const { id, x, y, stride } of points.series) {
      steps = x ? spread(x) : steps;
      const line = this.kept.get(id);
      if (line) {
        if (line.ownStride && stride) {
          thin(line, stride);
        }
        add(line, steps, unpack(y));
      }
    }
    if (points.clock) {
      this.pass({ step: spread(points.clock.step), seconds: points.clock.seconds });
    }
  }

  private pass({ step, seconds }: Clock): void {
    const { clock } = this;
    step.forEach((at, i) => {
      if (!clock.step.length || at > clock.step[clock.step.length - 1]) {
        clock.step.push(at);
        clock.seconds.push(seconds[i]);
      }
    });
    if (clock.step.length > MOST_MOMENTS) {
      this.clock = { step: clock.step.filter(odd), seconds: clock.seconds.filter(odd) };
    }
  }
}

function spread(stretches: Stretches): number[] {
  return stretches.flatMap(([first, distance, count]) => Array.from({ length: count }, (_, i) => first + i * distance));
}

function odd(_: number, index: number): boolean {
  return index % 2 === 1;
}

/** Adds the points behind the last one: a message that is sent twice changes nothing. */
function add(line: Line, x: number[], y: ArrayLike<number>): void {
  let last = line.x.length ? line.x[line.x.length - 1] : -Infinity;
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    if (x[i] > last) {
      last = x[i];
      line.x.push(last);
      line.y.push(y[i]);
    }
  }
  if (line.x.length > MOST_POINTS) {
    keep(line, odd);
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
