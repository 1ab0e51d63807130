/** The longest wait for a frame, in milliseconds. */
const PATIENCE = 250;

/** Resolves with the time of the next frame, or soon where nothing is drawn, as on a hidden page. */
export function frameOrSoon(): Promise<number> {
  return new Promise((done) => {
    requestAnimationFrame(done);
    setTimeout(() => done(performance.now()), PATIENCE);
  });
}

/** Resolves in the same way, but a hidden page waits until it is seen. */
export function nextFrame(): Promise<number> {
  return document.hidden ? new Promise(requestAnimationFrame) : frameOrSoon();
}
