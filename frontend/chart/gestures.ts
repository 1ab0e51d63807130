/** The pointer over a plot: it points at a place, and a drag across chooses a part of the axis. */
export interface Gestures {
  /** The place on the axis under a pixel of the plot. */
  at(pixel: number): number | undefined;
  point(x: number | undefined): void;
  /** The band that is being dragged, in pixels; undefined where none is. */
  band(pixels: readonly [number, number] | undefined): void;
  choose(from: number, to: number): void;
}

const SHORTEST = 8;

/** Listens on the plot until it is stopped. */
export function listen(plot: HTMLElement, gestures: Gestures): () => void {
  let start: number | undefined;
  const pixel = (event: PointerEvent) => {
    const box = plot.getBoundingClientRect();
    return Math.min(box.width, Math.max(0, event.clientX - box.left));
  };
  const down = (event: PointerEvent) => {
    if (event.button === 0) {
      start = pixel(event);
    }
  };
  const move = (event: PointerEvent) => {
    const now = pixel(event);
    if (start !== undefined && Math.abs(now - start) > SHORTEST) {
      plot.setPointerCapture(event.pointerId);
      gestures.band([Math.min(start, now), Math.max(start, now)]);
    } else {
      gestures.point(gestures.at(now));
    }
  };
  const up = (event: PointerEvent) => {
    const now = pixel(event);
    if (start !== undefined && Math.abs(now - start) > SHORTEST) {
      const from = gestures.at(Math.min(start, now));
      const to = gestures.at(Math.max(start, now));
      if (from !== undefined && to !== undefined) {
        gestures.choose(from, to);
      }
    }
    end();
  };
  const end = () => {
    start = undefined;
    gestures.band(undefined);
  };
  const leave = () => {
    if (start === undefined) {
      gestures.point(undefined);
    }
  };
  const listeners: [string, (event: PointerEvent) => void][] = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', end],
    ['pointerleave', leave],
  ];
  listeners.forEach(([name, listener]) => plot.addEventListener(name, listener as EventListener));
  return () => listeners.forEach(([name, listener]) => plot.removeEventListener(name, listener as EventListener));
}
