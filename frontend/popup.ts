/** Puts what a `popovertarget` button opens below that button. The browser opens and closes it, on Esc and outside too. */
const GAP = 6;
const MARGIN = 8;

export function place(box: HTMLElement, opener: HTMLElement): void {
  const { left, bottom } = opener.getBoundingClientRect();
  const most = document.documentElement.clientWidth - box.offsetWidth - MARGIN;
  box.style.top = `${bottom + scrollY + GAP}px`;
  box.style.left = `${Math.max(MARGIN, Math.min(left, most)) + scrollX}px`;
}

document.addEventListener(
  'toggle',
  (event) => {
    const box = event.target;
    const opener =
      box instanceof HTMLElement && box.matches('.popup-box:popover-open')
        ? document.querySelector<HTMLElement>(`[popovertarget="${box.id}"]`)
        : null;
    if (opener) {
      place(box as HTMLElement, opener);
      (box as HTMLElement).dataset.placed = '';
    }
  },
  true,
);
