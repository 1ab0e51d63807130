/** The events around the page: of its address, its window, its colours, and presses anywhere. */
import { hashLink, linkNow } from './address.js';
import { onSchemeChange } from '../scheme/scheme.js';
import { pressed } from './panel.js';

export interface Events {
  /** The address has a link behind #, as TensorFlow Playground's, where no server sees it, or Back led to another one. */
  onLink: (link: string) => void;
  onResize: () => void;
  onRecolour: () => void;
}

/** Listens until the returned function is called. */
export function listen(page: Element, { onLink, onResize, onRecolour }: Events): () => void {
  const end = new AbortController();
  const { signal } = end;
  const open = (link?: string) => link !== undefined && onLink(link);
  addEventListener('popstate', () => open(linkNow()), { signal });
  document.addEventListener('click', (event) => pressed(page, event), { signal });
  const sizes = new ResizeObserver(onResize);
  sizes.observe(page);
  signal.addEventListener('abort', () => sizes.disconnect());
  signal.addEventListener('abort', onSchemeChange(onRecolour));
  open(hashLink());
  return () => end.abort();
}
