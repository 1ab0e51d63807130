import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import { onConnectionChange, serverInReach } from './connection.js';
import { type Control, controlOf, controlWith, flushControls, keyOf, showStored, textOf } from './control.js';
import { type Answer, HttpSender } from './http-sender.js';
import { Ledger } from './ledger.js';
import { listenToAll } from './event-listeners.js';
import { Outbox } from './outbox.js';
import { TwoVersions } from './sb-two-versions.js';
import { type Word, account, nameOf, saveStatus } from './save-status.js';

const UNEASY_MILLIS = 4000;

/**
 * Says whether all that was typed on the page is stored, and sees to it that it will be.
 *
 * It hears every change of a control that carries `data-key` and counts it as unsaved until the server has acknowledged
 * that very change. The page's own connection brings it first. What that has not brought after a moment goes by plain
 * HTTP; what can't go waits in the browser, also when the tab is closed, and goes when the page is opened again.
 */
@customElement('sb-save-state')
export class SaveState extends LightElement {
  /** The address that takes unsaved texts by plain HTTP; empty where there is none. */
  @property() address = '';
  /** Names the person and the notebook. */
  @property() owner = '';

  @state() private word: Word = 'saved';
  @state() private sentence = 'Saved';

  private readonly ledger = new Ledger();
  private readonly versions = new TwoVersions();
  private sender?: HttpSender;
  private outbox?: Outbox;
  private lost = '';
  private uneasy = false;
  private timer = 0;
  private stop?: () => void;
  private forget?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'status');
    this.stop = listenToAll(
      [document, 'input', this.typed],
      [document, 'change', this.changed, true],
      [document, 'edited', this.edited, true],
      [document, 'served', this.served, true],
      [document, 'dropped', this.dropped],
      [document, 'visibilitychange', this.returned],
      [window, 'beforeunload', this.leaving],
      [window, 'storage', this.storedElsewhere],
      [window, 'pagehide', this.parting],
      [window, 'visibilitychange', this.parting],
      [this.versions, 'chosen', this.chosen],
    );
    this.forget = onConnectionChange(this.reached);
    document.body.append(this.versions);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.forget?.();
    this.versions.remove();
    clearTimeout(this.timer);
    this.sender?.part();
    this.sender?.close();
  }

  protected updated(changed: Map<string, unknown>): void {
    if (changed.has('address') && this.address && !this.sender) {
      this.sender = new HttpSender(this.address, () => this.ledger.waiting, this.answered);
      this.outbox = new Outbox(this.owner);
      Object.entries(this.outbox.read()).forEach(([key, { text, seen }]) => this.ledger.send(key, text, seen));
      this.sender.now();
      this.say();
    }
  }

  /** Notes that the server has stored this change of this control. */
  acknowledge(key: string, stamp: string, stored: string): void {
    const control = controlWith(key);
    if (control && stamp) {
      control.stored = stored;
    }
    if (this.ledger.acknowledged(key, stamp, stored) && control) {
      control.pending = false;
      showStored(control, stored);
    }
    this.say(true);
  }

  /** Notes that the server has not stored this change, since another page has stored another text there. */
  changedElsewhere(key: string, stamp: string, stored: string): void {
    this.ledger.changedElsewhere(key, stamp, stored);
    this.mark(key);
    this.say(true);
  }

  /** Notes that the server has refused this change of this control, and why. */
  refuse(key: string, stamp: string, reason: string): void {
    this.ledger.refused(key, stamp, reason);
    this.mark(key);
    this.say(true);
  }

  /** Drops a change to something that no longer exists; the page says so until the next change. */
  gone(key: string, stamp: string, reason: string): void {
    if (this.ledger.gone(key, stamp)) {
      this.lost = reason;
    }
    this.mark(key);
    this.say(true);
  }

  /** Says what is saved, to a person who asks. */
  get account(): string {
    return account(this.word, this.sentence);
  }

  render() {
    this.dataset.state = this.word;
    return html`<span>${this.sentence}</span>`;
  }

  /** Marks a control with an unsaved change, which takes no older text that the server sets. */
  private mark(key: string): void {
    const control = controlWith(key);
    if (control) {
      control.pending = this.ledger.waiting.some((entry) => entry.key === key);
    }
  }

  private readonly typed = (event: Event) => {
    const control = controlOf(event);
    if (control) {
      this.lost = '';
      this.ledger.typed(keyOf(control), textOf(control), control.stored ?? '');
      control.pending = true;
      this.say();
    }
  };

  /** Sends each change of a control without an `edited` of its own, such as radio buttons. */
  private readonly changed = (event: Event) => {
    const control = controlOf(event);
    if (control && !control.localName.startsWith('sb-')) {
      this.send(control, textOf(control));
    }
  };

  private readonly edited = (event: Event) => {
    const control = controlOf(event);
    if (control) {
      this.send(control, (event as CustomEvent<{ value: string }>).detail.value);
    }
  };

  /** Gives the change what the server has to know of it, just before the page's own connection takes it up. */
  private send(control: Control, text: string): void {
    const entry = this.ledger.sent(keyOf(control), text, control.stored ?? '');
    control.seen = entry.seen.join(' ');
    control.stamp = entry.stamp;
    control.pending = true;
    if (serverInReach()) {
      this.sender?.later();
    } else {
      this.sender?.now();
    }
    this.say();
  }

  /** Takes back a refusal once the server has set the control; text that a person has typed since stays. */
  private readonly served = (event: Event) => {
    const control = controlOf(event);
    if (control && this.ledger.entry(keyOf(control))?.refusal) {
      this.ledger.forget(keyOf(control));
      this.say();
    }
  };

  /** Stores the text of a control that has left the page while a person typed in it. */
  private readonly dropped = (event: Event) => {
    const control = (event as CustomEvent<Control>).detail;
    this.ledger.sent(keyOf(control), textOf(control), control.stored ?? '');
    this.sender?.now();
    this.say();
  };

  /** Asks again when the page is seen again: another tab may have changed what is stored. */
  private readonly returned = () => {
    if (!document.hidden) {
      this.dispatchEvent(new CustomEvent('returned'));
      this.sender?.now();
    }
  };

  private readonly reached = () => {
    if (serverInReach()) {
      this.sender?.now();
    }
    this.say();
  };

  /** Sends the last texts, after the controls have sent theirs. */
  private readonly parting = (event: Event) => {
    if (event.type === 'pagehide' || document.hidden) {
      this.sender?.part();
    }
  };

  private readonly leaving = (event: BeforeUnloadEvent) => {
    flushControls();
    this.sender?.part();
    if (this.ledger.all.length && this.word === 'unsaved') {
      event.preventDefault();
    }
  };

  /** Forgets what another tab of this browser has settled. */
  private readonly storedElsewhere = (event: StorageEvent) => {
    if (event.key === this.outbox?.place) {
      const kept = this.outbox?.read() ?? {};
      this.ledger.open.filter(({ key }) => !(key in kept)).forEach(({ key }) => this.ledger.forget(key));
      this.say();
    }
  };

  private readonly answered = (answers: Answer[]) => {
    for (const { key, stamp, state: result, stored, reason } of answers) {
      if (result === 'stored') {
        this.acknowledge(key, stamp, stored);
      } else if (result === 'elsewhere') {
        this.changedElsewhere(key, stamp, stored);
      } else if (result === 'gone') {
        this.gone(key, stamp, reason);
      } else {
        this.refuse(key, stamp, reason);
      }
    }
  };

  private readonly chosen = (event: Event) => {
    const { key, mine } = (event as CustomEvent<{ key: string; mine: boolean }>).detail;
    const entry = this.ledger.entry(key);
    const control = controlWith(key);
    if (entry?.elsewhere === undefined) {
      return;
    }
    this.ledger.forget(key);
    if (mine) {
      this.ledger.sent(key, entry.text, entry.elsewhere);
      this.sender?.now();
    } else if (control) {
      control.pending = false;
      showStored(control, entry.elsewhere);
    }
    this.say();
  };

  /** Shows the state of saving. An answer ends the warning; the next seconds without one bring it back. */
  private say(progress = false): void {
    const waiting = this.ledger.waiting.length > 0;
    this.uneasy &&= waiting && !progress;
    if (!waiting || progress) {
      clearTimeout(this.timer);
      this.timer = 0;
    }
    if (waiting && !this.timer && !this.uneasy) {
      this.timer = window.setTimeout(() => this.worry(), UNEASY_MILLIS);
    }
    this.outbox?.keep(this.ledger.all);
    this.ask();
    [this.word, this.sentence] = saveStatus({
      versions: this.ledger.open.length > 0,
      refusal: this.ledger.refusal,
      gone: this.lost,
      waiting,
      cutOff: !navigator.onLine || this.sender?.trouble === 'unreached',
      unable: this.sender?.trouble === 'unable',
      uneasy: this.uneasy,
    });
  }

  /** Shows the first text of which there are two versions. */
  private ask(): void {
    const [entry] = this.ledger.open;
    if (!entry) {
      this.versions.show(undefined);
      return;
    }
    const name = nameOf(entry.key);
    this.versions.show({ key: entry.key, name, mine: entry.text, elsewhere: entry.elsewhere ?? '' });
  }

  private worry(): void {
    this.timer = 0;
    this.uneasy = this.ledger.waiting.length > 0;
    this.say();
  }
}
