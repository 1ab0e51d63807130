/** The setting `points`: four letters a point in base 64, as the server reads and writes them. */

export interface OwnPoint {
  x: number;
  y: number;
  /** 0 to 5 for a class, 7 to 63 for a number from −1 to 1. */
  label: number;
}

export const MOST_POINTS = 500;
export const MOST_CLASSES = 6;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const REACH = 6;
const STEPS = 40;

export function readPoints(text: string): OwnPoint[] {
  return Array.from({ length: Math.floor(text.length / 4) }, (_, i) => {
    const bits = [0, 1, 2, 3].reduce((sum, place) => sum * 64 + LETTERS.indexOf(text[4 * i + place]), 0);
    return { x: (bits >> 15) / STEPS - REACH, y: ((bits >> 6) & 511) / STEPS - REACH, label: bits & 63 };
  });
}

export function writePoints(points: OwnPoint[]): string {
  const step = (value: number) => Math.max(0, Math.min(2 * REACH * STEPS, Math.round((value + REACH) * STEPS)));
  return points
    .map(({ x, y, label }) => {
      const bits = (step(x) << 15) | (step(y) << 6) | label;
      return [18, 12, 6, 0].map((shift) => LETTERS[(bits >> shift) & 63]).join('');
    })
    .join('');
}

/** Returns the points after a stroke of the brush at a place; a class of −1 rubs out. */
export function painted(points: OwnPoint[], x: number, y: number, ofClass: number): OwnPoint[] {
  const far = (least: number) => (point: OwnPoint) => Math.hypot(point.x - x, point.y - y) > least;
  if (ofClass < 0) {
    return points.filter(far(0.4));
  }
  const room = points.length < MOST_POINTS && points.every(far(0.22));
  return room ? [...points.filter(({ label }) => label < MOST_CLASSES), { x, y, label: ofClass }] : points;
}
