import type { Entry } from './ledger.js';

export interface Answer {
  key: string;
  stamp: string;
  state: 'stored' | 'elsewhere' | 'gone' | 'refused';
  stored: string;
  reason: string;
}

/** The time that the page's own connection has before plain HTTP sends the same: with the pause of typing below a second. */
const GRACE_MILLIS = 600;
const LONGEST_PAUSE_MILLIS = 10_000;
/** A request that outlives its page may not be larger. */
const MOST_AT_PARTING = 60_000;

/** Brings unsaved texts to the server by plain HTTP, over and over until it answers. */
export class HttpSender {
  private timer = 0;
  private pause = 0;
  private busy = false;

  constructor(
    private readonly address: string,
    private readonly waiting: () => Entry[],
    /** Called with what the server says, or with nothing where it did not answer. */
    private readonly onAnswers: (answers: Answer[]) => void,
  ) {
    addEventListener('online', this.now);
  }

  close(): void {
    removeEventListener('online', this.now);
    clearTimeout(this.timer);
  }

  /** Sends soon what the page's own connection has sent too, unless it is stored by then. */
  later(): void {
    if (!this.timer && !this.busy) {
      this.timer = window.setTimeout(this.now, this.pause || GRACE_MILLIS);
    }
  }

  readonly now = (): void => {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.busy && this.sendable().length) {
      this.busy = true;
      void this.post(this.sendable()).finally(() => {
        this.busy = false;
        if (this.sendable().length) {
          this.later();
        }
      });
    }
  };

  /** True if the server could not be reached the last time. */
  get failing(): boolean {
    return this.pause > 0;
  }

  /** Sends all that is not stored in a request that outlives the page. */
  part(): void {
    const body = this.body(this.sendable());
    if (this.sendable().length && body.length < MOST_AT_PARTING) {
      void this.fetch(body, true).then(this.onAnswers, () => undefined);
    }
  }

  private sendable(): Entry[] {
    return this.waiting().filter((entry) => !entry.unsent);
  }

  private async post(entries: Entry[]): Promise<void> {
    try {
      const answers = await this.fetch(this.body(entries), false);
      this.pause = 0;
      this.onAnswers(answers);
    } catch {
      this.pause = Math.min(LONGEST_PAUSE_MILLIS, Math.max(GRACE_MILLIS, 2 * this.pause));
      this.onAnswers([]);
    }
  }

  private body(entries: Entry[]): string {
    return JSON.stringify(entries.map(({ key, text, seen, stamp }) => ({ key, text, seen, stamp })));
  }

  private async fetch(body: string, keepalive: boolean): Promise<Answer[]> {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(this.address, { method: 'POST', headers, body, keepalive });
    if (!response.ok || response.redirected) {
      throw new Error(`The server answered ${response.status}.`);
    }
    return (await response.json()) as Answer[];
  }
}
