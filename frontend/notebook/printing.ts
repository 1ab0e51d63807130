import { seeAll } from '../sight/near.js';
import type { Nearing } from './nearing.js';

const QUIET_MILLIS = 400;
const LONGEST_MILLIS = 8000;

type Client = { isActive?(): boolean };

/** Prints the page once every cell is built and every chart is drawn, also those far from the window. */
export async function printAll(cells: Nearing): Promise<void> {
  await cells.all();
  seeAll(true);
  await quiet();
  addEventListener('afterprint', () => seeAll(false), { once: true });
  print();
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
