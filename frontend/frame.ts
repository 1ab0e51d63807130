/** How long a page in sight waits for a frame, in milliseconds. */
const PATIENCE = 250;

/** The time of the next frame. A page in sight that is given none goes on without, after a moment; a hidden one waits. */
export function nextFrame(): Promise<number> {
  return new Promise((done) => {
    requestAnimationFrame(done);
    if (!document.hidden) {
      setTimeout(() => done(performance.now()), PATIENCE);
    }
  });
}
