/**
 * After so long in a frame no further picture is begun. A frame has 16.7 ms at 60 a second; a picture takes 2 to 4 of them
 * here, and more when the browser lays it out and paints it.
 */
const BUDGET_MILLIS = 3;

const waiting = new Set<() => void>();
let frame = 0;

/**
 * Draws in the frame after the next, or later where others come first. Every other frame is left to what else has
 * changed in the page, such as by the message that brought the points.
 */
export function inAFrame(draw: () => void): void {
  waiting.add(draw);
  letAFramePass();
}

export function inNoFrame(draw: () => void): void {
  waiting.delete(draw);
}

function letAFramePass(): void {
  frame ||= requestAnimationFrame(() => {
    frame = requestAnimationFrame(drawSome);
  });
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
      letAFramePass();
    }
  }
}
