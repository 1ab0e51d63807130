import { seeAll } from '../sight/near.js';
import type { LazyCells } from './lazy-cells.js';

const QUIET_MILLIS = 400;
const LONGEST_MILLIS = 8000;

interface Client {
  isActive?(): boolean;
}

/**
 * Gets a page ready for the printer: every cell built and every chart drawn, also those far from the window.
 *
 * The browser's own menu does not wait for that. It is begun all the same, so that what can be there in time is, and all
 * of it the next time.
 */
export class Printing {
  private readonly paper = matchMedia('print');
  private readied = 0;

  constructor(private readonly cells: LazyCells) {}

  start(): void {
    addEventListener('beforeprint', this.begin);
    addEventListener('afterprint', this.end);
    this.paper.addEventListener('change', this.turned);
    if (this.paper.matches) {
      this.begin();
    }
  }

  stop(): void {
    removeEventListener('beforeprint', this.begin);
    removeEventListener('afterprint', this.end);
    this.paper.removeEventListener('change', this.turned);
  }

  /** Prints the page once all of it is there. */
  async print(): Promise<void> {
    await this.ready();
    print();
  }

  private async ready(): Promise<void> {
    this.readied++;
    seeAll(true);
    await this.cells.all();
    await quiet();
  }

  private readonly begin = () => void this.ready();

  private readonly end = () => void this.goBack();

  /** Draws what is on its way before the page goes back to what is seen. */
  private async goBack(): Promise<void> {
    const printed = this.readied;
    await quiet();
    if (printed === this.readied) {
      seeAll(false);
    }
  }

  private readonly turned = () => (this.paper.matches ? this.begin() : this.end());
}

/** Waits until the page has asked the server nothing for a while, so that its charts have come. */
async function quiet(): Promise<void> {
  const begun = performance.now();
  let active = begun;
  while (performance.now() - active < QUIET_MILLIS && performance.now() - begun < LONGEST_MILLIS) {
    await new Promise((next) => setTimeout(next, QUIET_MILLIS / 8));
    if (isAsking()) {
      active = performance.now();
    }
  }
}

function isAsking(): boolean {
  const { Vaadin } = window as unknown as { Vaadin?: { Flow?: { clients?: Record<string, Client> } } };
  return Object.values(Vaadin?.Flow?.clients ?? {}).some((client) => client.isActive?.());
}
