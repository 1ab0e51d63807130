/** What happens around the page: its address, its window, its colours, and presses anywhere. */
import { onSchemeChange } from '../scheme/scheme.js';
import { pressed } from './panel.js';

export interface Events {
  /** The address has a link of TensorFlow Playground, which carries its setup where no server sees it. */
  onLink: (hash: string) => void;
  onResize: () => void;
  onRecolour: () => void;
}

/** Listens until what it gives is called. */
export function listen(page: Element, { onLink, onResize, onRecolour }: Events): () => void {
  const end = new AbortController();
  const { signal } = end;
  // The router opens the old address again when a link is put behind the # of the open page: a reload comes before that.
  addEventListener('hashchange', () => hasLink() && location.reload(), { signal });
  document.addEventListener('click', (event) => pressed(page, event), { signal });
  const sizes = new ResizeObserver(onResize);
  sizes.observe(page);
  signal.addEventListener('abort', () => sizes.disconnect());
  signal.addEventListener('abort', onSchemeChange(onRecolour));
  if (hasLink()) {
    onLink(location.hash.slice(1));
  }
  return () => end.abort();
}

function hasLink(): boolean {
  return location.hash.includes('=');
}
