/**
 * What was typed and is not yet known to be stored, by control.
 *
 * A value counts as stored only when the server has acknowledged it and nothing was typed or sent after it. Values are
 * remembered in the order in which they were sent: with 1, 12, 1 typed in turn, the acknowledgement of the first 1 says
 * nothing of the second.
 */
export class Ledger {
  private readonly entries = new Map<string, Entry>();

  /** A person has changed the control; what it has now is not on its way yet. */
  typed(key: string): void {
    const entry = this.entry(key);
    entry.unsent = true;
    entry.refusal = '';
  }

  /** The control's value is on its way to the server. */
  sent(key: string, value: string): void {
    const entry = this.entry(key);
    entry.unsent = false;
    entry.refusal = '';
    entry.underWay.push(value);
  }

  /**
   * The server has stored this value: it and all that were sent before it have arrived.
   *
   * @returns whether it was the last, so that nothing of this control is unsaved any more
   */
  acknowledged(key: string, value: string): boolean {
    const entry = this.entries.get(key);
    if (!entry) {
      return false;
    }
    entry.underWay.splice(0, entry.underWay.indexOf(value) + 1);
    return this.forgetIfSettled(key, entry);
  }

  /** The server has not stored the value that was longest under way, and says why. */
  refused(key: string, reason: string): void {
    const entry = this.entries.get(key);
    if (entry) {
      entry.underWay.shift();
      entry.refusal = entry.unsent || entry.underWay.length ? '' : reason;
      this.forgetIfSettled(key, entry);
    }
  }

  /** The server has set the control to what it has stored; it stands, unless a person has changed it since. */
  served(key: string): void {
    const entry = this.entries.get(key);
    if (entry) {
      entry.refusal = '';
      this.forgetIfSettled(key, entry);
    }
  }

  forget(key: string): void {
    this.entries.delete(key);
  }

  get keys(): string[] {
    return [...this.entries.keys()];
  }

  /** Whether something is unsaved that was not refused: it will be, as soon as the server answers. */
  get waiting(): boolean {
    return [...this.entries.values()].some((entry) => !entry.refusal);
  }

  get refusal(): string {
    return [...this.entries.values()].map((entry) => entry.refusal).find((reason) => reason) ?? '';
  }

  private entry(key: string): Entry {
    const entry = this.entries.get(key) ?? { unsent: false, underWay: [], refusal: '' };
    this.entries.set(key, entry);
    return entry;
  }

  private forgetIfSettled(key: string, entry: Entry): boolean {
    return !entry.unsent && !entry.underWay.length && !entry.refusal && this.entries.delete(key);
  }
}

interface Entry {
  unsent: boolean;
  underWay: string[];
  refusal: string;
}
