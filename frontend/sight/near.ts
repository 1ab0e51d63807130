/** The distance from the window within which something counts as near it. */
const MARGIN = '300px 0px';

const watched = new Set<Near>();
let seesAll = false;

/** Lets everything count as near the window, as for a printer, or only what is there. */
export function seeAll(all: boolean): void {
  seesAll = all;
  watched.forEach((near) => near.look());
}

/** Watches whether a part of the page is near the window; told of each change, first when it comes near. */
export class Near {
  private now = false;
  private there = false;
  private readonly observer = new IntersectionObserver(
    (entries) => {
      this.there = entries[entries.length - 1].isIntersecting;
      this.look();
    },
    { rootMargin: MARGIN },
  );

  constructor(private readonly changed: (near: boolean) => void) {}

  get near(): boolean {
    return this.now;
  }

  watch(part: Element): void {
    this.now = this.there = false;
    this.observer.observe(part);
    watched.add(this);
  }

  stop(): void {
    this.observer.disconnect();
    watched.delete(this);
  }

  look(): void {
    const near = this.there || seesAll;
    if (near !== this.now) {
      this.now = near;
      this.changed(near);
    }
  }
}
