type Listening = [EventTarget, string, (event: never) => void, boolean?];

/** Listens to all of these, until the returned function is called. */
export function listenToAll(...all: Listening[]): () => void {
  all.forEach(([target, name, heard, capture]) => target.addEventListener(name, heard as EventListener, capture));
  return () => all.forEach(([target, name, heard, capture]) => target.removeEventListener(name, heard as EventListener, capture));
}
