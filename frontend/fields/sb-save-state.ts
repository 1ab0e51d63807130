import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';

const UNEASY_MILLIS = 4000;
type Control = Element & { value?: string };

/**
 * Says whether all that was typed is stored.
 *
 * It hears every `input` and `change` of the page's controls that carry `data-key` before anyone else does, and counts
 * a control as unsaved from then on until the server has acknowledged, for that very key, the value that the control
 * has at that moment. An acknowledgement of an earlier value changes nothing.
 */
@customElement('sb-save-state')
export class SaveState extends LitElement {
  @state() private refusal = '';
  @state() private uneasy = false;
  @state() private pending = 0;

  private readonly unsaved = new Map<string, Control>();
  private timer = 0;

  protected createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'status');
    document.addEventListener('input', this.heard, true);
    document.addEventListener('change', this.heard, true);
    document.addEventListener('visibilitychange', this.returned);
    addEventListener('beforeunload', this.leaving);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('input', this.heard, true);
    document.removeEventListener('change', this.heard, true);
    document.removeEventListener('visibilitychange', this.returned);
    removeEventListener('beforeunload', this.leaving);
    clearTimeout(this.timer);
  }

  /** The server has stored this value of this control. */
  acknowledge(key: string, value: string) {
    const control = this.unsaved.get(key);
    if (control && valueOf(control) === value) {
      this.unsaved.delete(key);
      this.refusal = '';
    }
    this.count();
  }

  /** The server has stored nothing, and says why. */
  refuse(reason: string) {
    this.refusal = reason;
  }

  render() {
    this.dataset.state = this.word();
    return html`<span>${this.sentence()}</span>`;
  }

  private word() {
    if (this.refusal || this.uneasy) {
      return 'unsaved';
    }
    return this.pending > 0 ? 'saving' : 'saved';
  }

  private sentence() {
    if (this.refusal) {
      return `Not saved: ${this.refusal}`;
    }
    if (this.uneasy) {
      return 'Not saved yet: no answer from the server';
    }
    return this.pending > 0 ? 'Saving…' : 'Saved';
  }

  private readonly heard = (event: Event) => {
    const target = event.composedPath()[0];
    const control = target instanceof Element ? (target.closest('[data-key]') as Control | null) : null;
    if (control) {
      this.unsaved.set(control.getAttribute('data-key')!, control);
      this.refusal = '';
      this.count();
    }
  };

  /** The page is looked at again: another tab may have changed what is stored. */
  private readonly returned = () => {
    if (!document.hidden) {
      this.dispatchEvent(new CustomEvent('returned'));
    }
  };

  private readonly leaving = (event: BeforeUnloadEvent) => {
    this.count();
    if (this.pending > 0) {
      event.preventDefault();
    }
  };

  /** Controls that have left the page (a removed layer's) can no longer be saved and do not count. */
  private count() {
    for (const [key, control] of this.unsaved) {
      if (!control.isConnected) {
        this.unsaved.delete(key);
      }
    }
    this.pending = this.unsaved.size;
    clearTimeout(this.timer);
    this.uneasy = this.uneasy && this.pending > 0;
    if (this.pending > 0) {
      this.timer = window.setTimeout(() => (this.uneasy = this.pending > 0), UNEASY_MILLIS);
    }
  }
}

function valueOf(control: Control): string | undefined {
  return control.value ?? control.querySelector<HTMLInputElement>('input:checked')?.value;
}
