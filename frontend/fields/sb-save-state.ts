import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { onConnectionChange, serverInReach } from './connection.js';
import { controlOf, controlWith, hurry, keyOf, textOf } from './control.js';
import { Ledger } from './ledger.js';
import { Rescue, type Texts, typeAgain } from './rescue.js';

const UNEASY_MILLIS = 4000;

type Word = 'saved' | 'saving' | 'unsaved';

/**
 * Says whether all that was typed on the page is stored.
 *
 * It hears every `input` and `change` of a control that carries `data-key` before anyone else does, and counts that
 * control as unsaved until the server has acknowledged the value that it has then: see the ledger.
 */
@customElement('sb-save-state')
export class SaveState extends LitElement {
  @state() private word: Word = 'saved';
  @state() private sentence = 'Saved';

  private readonly ledger = new Ledger();
  private rescue?: Rescue;
  private reason = '';
  private uneasy = false;
  private timer = 0;
  private stop?: () => void;

  protected createRenderRoot() {
    return this;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'status');
    document.addEventListener('input', this.typed, true);
    document.addEventListener('change', this.changed, true);
    document.addEventListener('edited', this.edited, true);
    document.addEventListener('served', this.served, true);
    document.addEventListener('dropped', this.dropped);
    document.addEventListener('visibilitychange', this.returned);
    addEventListener('beforeunload', this.leaving);
    this.stop = onConnectionChange(() => this.say());
    this.rescue = new Rescue();
    const texts = this.rescue.take();
    requestAnimationFrame(() => typeAgain(texts));
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('input', this.typed, true);
    document.removeEventListener('change', this.changed, true);
    document.removeEventListener('edited', this.edited, true);
    document.removeEventListener('served', this.served, true);
    document.removeEventListener('dropped', this.dropped);
    document.removeEventListener('visibilitychange', this.returned);
    removeEventListener('beforeunload', this.leaving);
    this.stop?.();
    clearTimeout(this.timer);
    this.rescue?.keep([]); // another view is shown: the server has answered, and with it all that was sent before
  }

  /** The server has stored this value of this control. */
  acknowledge(key: string, value: string): void {
    this.reason = '';
    if (this.ledger.acknowledged(key, value)) {
      this.showStored(key, value);
    }
    this.say(true);
  }

  /** The server has not stored the last value of this control, or, without a key, of some control, and says why. */
  refuse(reason: string, key = ''): void {
    if (key) {
      this.ledger.refused(key, reason);
    } else {
      this.reason = reason;
    }
    this.say();
  }

  render() {
    this.dataset.state = this.word;
    return html`<span>${this.sentence}</span>`;
  }

  private readonly typed = (event: Event) => {
    const control = controlOf(event);
    if (control) {
      this.reason = '';
      this.ledger.typed(keyOf(control));
      this.say();
    }
  };

  /** A control without an `edited` of its own, such as radio buttons, sends each change. */
  private readonly changed = (event: Event) => {
    const control = controlOf(event);
    if (control && !control.localName.startsWith('sb-')) {
      this.reason = '';
      this.ledger.sent(keyOf(control), textOf(control));
      this.say();
    }
  };

  private readonly edited = (event: Event) => {
    const control = controlOf(event);
    if (control) {
      this.ledger.sent(keyOf(control), (event as CustomEvent<{ value: string }>).detail.value);
      this.say();
    }
  };

  private readonly served = (event: Event) => {
    const control = controlOf(event);
    if (control) {
      this.ledger.served(keyOf(control));
      this.say();
    }
  };

  /** A control that was built anew while it was typed in gets the text again. */
  private readonly dropped = (event: Event) => {
    const texts = (event as CustomEvent<Texts>).detail;
    Object.keys(texts).forEach((key) => this.ledger.forget(key));
    requestAnimationFrame(() => typeAgain(texts, 5));
  };

  /** The page is looked at again: another tab may have changed what is stored. */
  private readonly returned = () => {
    if (!document.hidden) {
      this.dispatchEvent(new CustomEvent('returned'));
    }
  };

  private readonly leaving = (event: BeforeUnloadEvent) => {
    hurry();
    if (this.ledger.keys.length) {
      event.preventDefault();
    }
  };

  /** Where another tab's value came in between, the control goes back to what was stored last. */
  private showStored(key: string, value: string): void {
    const control = controlWith(key);
    if (control?.value !== undefined && control.value !== value) {
      control.value = value;
    }
  }

  /** Progress ends the unease; the next unanswered seconds bring it back. */
  private say(progress = false): void {
    this.ledger.keys.filter((key) => !controlWith(key)).forEach((key) => this.ledger.forget(key));
    const { waiting, refusal } = this.ledger;
    this.uneasy &&= waiting && !progress;
    if (!waiting || progress) {
      clearTimeout(this.timer);
      this.timer = 0;
    }
    if (waiting && !this.timer && !this.uneasy) {
      this.timer = window.setTimeout(() => this.worry(), UNEASY_MILLIS);
    }
    this.rescue?.keep(this.ledger.keys);
    [this.word, this.sentence] = this.verdict(waiting, refusal || this.reason);
  }

  private worry(): void {
    this.timer = 0;
    this.uneasy = this.ledger.waiting;
    this.say();
  }

  private verdict(waiting: boolean, reason: string): [Word, string] {
    if (reason) {
      return ['unsaved', `Not saved: ${reason}`];
    }
    if (waiting && !serverInReach()) {
      return ['unsaved', 'Not saved yet: no connection'];
    }
    if (waiting && this.uneasy) {
      return ['unsaved', 'Not saved yet: no answer from the server'];
    }
    return waiting ? ['saving', 'Saving…'] : ['saved', 'Saved'];
  }
}
