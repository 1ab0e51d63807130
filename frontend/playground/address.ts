/** The page's address, which says all of its settings. */

/** Returns the page's own path: while the router changes pages, the address is another page's. */
function path(): string {
  return new URL('playground', document.baseURI).pathname;
}

/** Returns the address with these parameters. */
export function addressOf(parameters: string): string {
  return path() + (parameters && `?${parameters}`);
}

/**
 * Shows an address, if it is another one: browsers take few changes a minute. The state is the router's, which would hold
 * up, and load again, what Back leads to after a link behind #: it numbers no such address.
 */
export function show(address: string): void {
  const { pathname, search, hash } = location;
  if (pathname === path() && (history.state || pathname + search + hash !== address)) {
    history.replaceState(null, '', address);
  }
}

/** Returns a link behind #, as TensorFlow Playground has them, where no server sees it. */
export function hashLink(): string | undefined {
  return location.hash.includes('=') ? location.hash.slice(1) : undefined;
}

/** Returns the link to which Back, or a text put behind #, has led on this page. */
export function linkNow(): string | undefined {
  if (location.pathname !== path()) {
    return undefined;
  }
  return location.hash ? hashLink() : location.search.slice(1);
}
