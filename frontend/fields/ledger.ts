const MOST_SEEN = 50;

/** Tells texts apart without keeping them: their length and their hash, as Java's `String.hashCode`. */
export function fingerprint(text: string): string {
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  }
  return `${text.length}.${hash}`;
}

/** Adds a fingerprint. The first one, of the text that the person began with, always stays. */
function joined(seen: string[], more: string): string[] {
  const all = seen.includes(more) ? seen : [...seen, more];
  return all.length > MOST_SEEN ? [all[0], ...all.slice(1 - MOST_SEEN)] : all;
}

/** A text that was typed and is not yet known to be stored. */
export interface Entry {
  key: string;
  text: string;
  /** Prints of all that the server may have there, as this page knows it: see [fingerprint]. */
  seen: string[];
  /** Which change of the page it is: `page.count`. */
  stamp: string;
  /** True while it still changes and is not yet sent. */
  unsent: boolean;
  /** Why the server does not take it; empty if nothing is known against it. */
  refusal: string;
  /** The text that another page has stored in the meantime. */
  elsewhere?: string;
}

/**
 * The texts that were typed and are not yet known to be stored, by control.
 *
 * Changes are counted, so that an answer to an older one says nothing of a newer one: with 1, 12, 1 typed in turn, the
 * acknowledgement of the first 1 leaves the last one open.
 */
export class Ledger {
  private readonly entries = new Map<string, Entry>();
  private readonly page = Math.random().toString(36).slice(2, 14) || 'page';
  private count = 0;

  /**
   * A person has changed the control; what it has now is not on its way yet.
   *
   * @param stored what the server has there
   */
  typed(key: string, text: string, stored: string): void {
    const before = this.entries.get(key);
    const seen = before?.seen ?? [fingerprint(stored)];
    this.put({ key, text, seen, stamp: before?.stamp ?? '', unsent: true, refusal: '' });
  }

  /** Notes that the text is on its way to the server. */
  sent(key: string, text: string, stored: string): Entry {
    return this.send(key, text, this.entries.get(key)?.seen ?? [fingerprint(stored)]);
  }

  /** Notes that a text is on its way which may have arrived already, such as one from an earlier page. */
  send(key: string, text: string, seen: string[]): Entry {
    const stamp = `${this.page}.${++this.count}`;
    return this.put({ key, text, seen: joined(seen, fingerprint(text)), stamp, unsent: false, refusal: '' });
  }

  /** Closes a change that the server has stored; a later one stays open, and builds on what is stored now. */
  acknowledged(key: string, stamp: string, stored: string): boolean {
    const entry = this.answered(key, stamp);
    if (!entry) {
      const newer = this.entries.get(key);
      if (newer) {
        newer.seen = joined(newer.seen, fingerprint(stored));
      }
      return false;
    }
    return this.entries.delete(key);
  }

  refused(key: string, stamp: string, reason: string): void {
    const entry = this.answered(key, stamp);
    if (entry) {
      entry.refusal = reason;
    }
  }

  /** Drops a change to something that no longer exists: nothing is left to store. */
  gone(key: string, stamp: string): boolean {
    return this.answered(key, stamp) !== undefined && this.entries.delete(key);
  }

  changedElsewhere(key: string, stamp: string, stored: string): void {
    const entry = this.answered(key, stamp);
    if (entry) {
      entry.elsewhere = stored;
    }
  }

  forget(key: string): void {
    this.entries.delete(key);
  }

  entry(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  get all(): Entry[] {
    return [...this.entries.values()];
  }

  /** The changes that will be stored as soon as the server answers. */
  get waiting(): Entry[] {
    return this.all.filter((entry) => !entry.refusal && entry.elsewhere === undefined);
  }

  /** The changes that wait for the person's choice between two versions. */
  get open(): Entry[] {
    return this.all.filter((entry) => entry.elsewhere !== undefined);
  }

  get refusal(): string {
    return this.all.map((entry) => entry.refusal).find((reason) => reason) ?? '';
  }

  private put(entry: Entry): Entry {
    this.entries.set(entry.key, entry);
    return entry;
  }

  /** Returns the entry, if the answer is to its last change. */
  private answered(key: string, stamp: string): Entry | undefined {
    const entry = this.entries.get(key);
    return entry && !entry.unsent && entry.stamp === stamp ? entry : undefined;
  }
}
