/** The distance from the window within which a cell is built, in windows. */
const MARGIN = '100%';
const QUIET_MILLIS = 1200;
/** Events of a person's hand; a `scroll` also comes from cells that grow above the window. */
const BUSY = ['keydown', 'wheel', 'touchmove', 'pointerdown'];

/**
 * Asks for the cells that the server has not built yet: at once for those near the window, and for the others one after
 * another, while the person neither types nor scrolls.
 *
 * Such a cell is a child with `data-unbuilt`, which it loses when it is built.
 */
export class LazyCells {
  private readonly seen = new IntersectionObserver((entries) => this.near(entries), { rootMargin: `${MARGIN} 0px` });
  private readonly built = new MutationObserver(() => this.look());
  private readonly asked = new Set<Element>();
  private timer = 0;
  private busyUntil = 0;

  constructor(
    private readonly notebook: HTMLElement,
    private readonly ask: (cells: string[]) => void,
  ) {}

  start(): void {
    this.built.observe(this.notebook, { subtree: true, attributeFilter: ['data-unbuilt'] });
    BUSY.forEach((name) => addEventListener(name, this.wait, { passive: true, capture: true }));
    this.look();
  }

  stop(): void {
    this.seen.disconnect();
    this.built.disconnect();
    this.asked.clear();
    clearTimeout(this.timer);
    BUSY.forEach((name) => removeEventListener(name, this.wait, { capture: true }));
  }

  /** Asks for all cells; resolves when they are built. */
  async all(): Promise<void> {
    this.want(this.unbuilt);
    while (this.unbuilt.length) {
      await new Promise((built) => {
        const watch = new MutationObserver(() => {
          watch.disconnect();
          built(undefined);
        });
        watch.observe(this.notebook, { subtree: true, attributeFilter: ['data-unbuilt'] });
      });
    }
  }

  private get unbuilt(): HTMLElement[] {
    return [...this.notebook.querySelectorAll<HTMLElement>(':scope > [data-unbuilt]')];
  }

  private readonly wait = () => {
    this.busyUntil = performance.now() + QUIET_MILLIS;
  };

  /** Looks for unbuilt cells, when the cells have changed or one was built. */
  look(): void {
    const unbuilt = this.unbuilt;
    this.asked.forEach((cell) => !unbuilt.includes(cell as HTMLElement) && this.asked.delete(cell));
    unbuilt.forEach((cell) => this.seen.observe(cell));
    if (unbuilt.length && !this.timer) {
      this.timer = window.setTimeout(() => this.fill(), QUIET_MILLIS / 8);
    }
  }

  private near(entries: IntersectionObserverEntry[]): void {
    const cells = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target as HTMLElement);
    cells.forEach((cell) => this.seen.unobserve(cell));
    this.want(cells);
  }

  private fill(): void {
    this.timer = 0;
    if (performance.now() < this.busyUntil || document.hidden || this.asked.size) {
      this.timer = window.setTimeout(() => this.fill(), QUIET_MILLIS / 8);
    } else {
      this.want(this.unbuilt.slice(0, 1));
    }
  }

  private want(cells: HTMLElement[]): void {
    const wanted = cells.filter((cell) => cell.hasAttribute('data-unbuilt') && !this.asked.has(cell));
    if (wanted.length) {
      wanted.forEach((cell) => this.asked.add(cell));
      this.ask(wanted.map((cell) => cell.dataset.cell!));
    }
  }
}
