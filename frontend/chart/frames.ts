/** How much of a frame, which takes 16.7 ms at 60 a second, pictures may take up. */
const BUDGET_MILLIS = 6;

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
