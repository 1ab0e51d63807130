/** How far from the window something counts as near it. */
const MARGIN = '300px 0px';

/** Watches whether a part of the page is near the window; told of each change, first when it comes near. */
export class Near {
  private now = false;
  private readonly observer = new IntersectionObserver(
    (entries) => {
      const near = entries[entries.length - 1].isIntersecting;
      if (near !== this.now) {
        this.now = near;
        this.changed(near);
      }
    },
    { rootMargin: MARGIN },
  );

  constructor(private readonly changed: (near: boolean) => void) {}

  get near(): boolean {
    return this.now;
  }

  watch(part: Element): void {
    this.now = false;
    this.observer.observe(part);
  }

  stop(): void {
    this.observer.disconnect();
  }
}
