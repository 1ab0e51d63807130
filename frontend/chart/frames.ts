/**
 * After so long in a frame no further picture is begun. A frame has 16.7 ms at 60 a second; a picture takes 2 to 4 of them
 * here, and more when the browser lays it out and paints it.
 */
const BUDGET_MILLIS = 3;

const waiting = new Set<() => void>();
let frame = 0;

/** Draws in the next frame, or in one soon after it where others come first and the frame is full. */
export function inAFrame(draw: () => void): void {
  waiting.add(draw);
  frame ||= requestAnimationFrame(drawSome);
}

export function inNoFrame(draw: () => void): void {
  waiting.delete(draw);
}

function drawSome(): void {
  frame = 0;
  const end = performance.now() + BUDGET_MILLIS;
  try {
    for (const draw of waiting) {
      waiting.delete(draw);
      draw();
      if (performance.now() >= end) {
        break;
      }
    }
  } finally {
    if (waiting.size) {
      frame ||= requestAnimationFrame(drawSome);
    }
  }
}
