/** The brush that paints own points: its class, the points before each stroke, and those unknown to the server. */
import type { PlaygroundContext } from './playground-context.js';
import type { Points } from './messages.js';
import { type OwnPoint, painted, readPoints, writePoints } from './own-points.js';

export class PointBrush {
  /** −1 rubs out. */
  ofClass = 0;
  colours: string[] = [];
  private before: string[] = [];

  constructor(
    private readonly context: PlaygroundContext,
    private readonly changed: () => void,
  ) {}

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  take(ofClass: number): void {
    this.ofClass = ofClass;
    this.changed();
  }

  stroke(x: number, y: number): void {
    const points = readPoints(this.context.text('points'));
    const next = painted(points, x, y, this.ofClass);
    if (next.length !== points.length) {
      this.put(writePoints(next));
    }
  }

  clear(): void {
    this.put('');
  }

  undo(): void {
    this.context.set({ points: this.before.pop() ?? '' });
    this.changed();
  }

  private put(text: string): void {
    this.before = [...this.before.slice(-99), this.context.text('points')];
    this.context.set({ points: text });
    this.changed();
  }

  /** Returns the painted points that the server has not answered for. */
  fresh(): Points | undefined {
    const known = readPoints(this.context.settings.texts.points).length;
    const points = readPoints(this.context.text('points')).slice(known);
    const every = (of: (point: OwnPoint) => number) => Float32Array.from(points, of);
    return points.length ? { x: every((p) => p.x), y: every((p) => p.y), label: every((p) => p.label) } : undefined;
  }
}
