import type { Entry } from './ledger.js';

export interface Kept {
  text: string;
  seen: string[];
}

/**
 * Unsaved texts of one notebook, kept in the browser until the server has them: they outlive a reload, a closed tab and
 * a restart of the machine. Pages of one browser share it, each with the keys that it has changed itself.
 */
export class Outbox {
  private mine: string[] = [];

  /** @param owner names the person and the notebook */
  constructor(private readonly owner: string) {}

  get place(): string {
    return `sb-unsaved:${this.owner}`;
  }

  /** Keeps these, and lets go what this page has kept and does not any more. */
  keep(entries: Entry[]): void {
    if (!entries.length && !this.mine.length) {
      return;
    }
    const kept = new Map(Object.entries(this.read()));
    this.mine.forEach((key) => kept.delete(key));
    entries.forEach(({ key, text, seen }) => kept.set(key, { text, seen }));
    this.mine = entries.map(({ key }) => key);
    try {
      if (kept.size) {
        localStorage.setItem(this.place, JSON.stringify(Object.fromEntries(kept)));
      } else {
        localStorage.removeItem(this.place);
      }
    } catch {
      // a browser that keeps nothing, or no more
    }
  }

  read(): Record<string, Kept> {
    try {
      return JSON.parse(localStorage.getItem(this.place) ?? '{}') as Record<string, Kept>;
    } catch {
      return {};
    }
  }
}
