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
/** As many texts as the server takes in one request; the next portion follows once it has answered. */
const MOST_TEXTS = 50;
/** A portion ends with the text that makes it longer than this. */
const LONG_ENOUGH = 200_000;
/** A request that outlives its page may not be larger. */
const MOST_AT_PARTING = 60_000;

/** Why the server does not take texts at present: it is out of reach, or it says that it cannot save. */
export type Trouble = '' | 'unreached' | 'unable';

class ServerError extends Error {
  constructor(readonly status: number) {
    super(`The server answered ${status}.`);
  }
}

/** Returns the first entries, as many as one request takes. */
export function portion(entries: Entry[]): Entry[] {
  let characters = 0;
  const full = entries.findIndex(({ text }) => (characters += text.length) > LONG_ENOUGH);
  return entries.slice(0, Math.min(MOST_TEXTS, full < 0 ? MOST_TEXTS : full + 1));
}

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
      void this.post(portion(this.sendable())).then((answered) => {
        this.busy = false;
        if (this.sendable().length) {
          (answered ? this.now : this.later).call(this);
        }
      });
    }
  };

  /** What was wrong the last time. */
  trouble: Trouble = '';

  /** Sends all that is not stored in a request that outlives the page. */
  part(): void {
    const body = this.body(this.sendable().slice(0, MOST_TEXTS));
    if (this.sendable().length && body.length < MOST_AT_PARTING) {
      void this.fetch(body, true).then(this.onAnswers, () => undefined);
    }
  }

  private sendable(): Entry[] {
    return this.waiting().filter((entry) => !entry.unsent);
  }

  /** Returns whether the server has answered, so that the next portion can follow. */
  private async post(entries: Entry[]): Promise<boolean> {
    try {
      const answers = await this.fetch(this.body(entries), false);
      this.pause = 0;
      this.trouble = '';
      this.onAnswers(answers);
      return answers.length > 0;
    } catch (error) {
      this.trouble = error instanceof ServerError && error.status >= 500 ? 'unable' : 'unreached';
      this.pause = Math.min(LONGEST_PAUSE_MILLIS, Math.max(GRACE_MILLIS, 2 * this.pause));
      this.onAnswers([]);
      return false;
    }
  }

  private body(entries: Entry[]): string {
    return JSON.stringify(entries.map(({ key, text, seen, stamp }) => ({ key, text, seen, stamp })));
  }

  private async fetch(body: string, keepalive: boolean): Promise<Answer[]> {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(this.address, { method: 'POST', headers, body, keepalive });
    if (!response.ok || response.redirected) {
      throw new ServerError(response.status);
    }
    return (await response.json()) as Answer[];
  }
}
