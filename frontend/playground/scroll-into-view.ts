/** The bar that stays above every page, and a little air. */
const ABOVE = 68;

/** Scrolls until the panel below the network covers none of it, as far as the unit that was pressed stays in sight. */
export function scrollIntoView(network: Element, unit: Element): void {
  const diagram = network.querySelector('.pg-diagram-scroll')!;
  const panel = network.querySelector<HTMLElement>('.pg-inspect')!;
  const margin = parseFloat(getComputedStyle(panel).marginBlockStart);
  const covered = diagram.getBoundingClientRect().bottom + margin + panel.offsetHeight - innerHeight;
  const room = unit.getBoundingClientRect().top - ABOVE;
  scrollBy({ top: Math.max(0, Math.min(covered, room)), behavior: 'instant' });
}
