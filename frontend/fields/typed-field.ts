import { onLeaving, tellDropped, tellEdited } from './control.js';
import { Field } from './field.js';

const PAUSE_MILLIS = 300;

/** A control that is typed in. Fires `edited` once the typing pauses, or when it is told to. */
export abstract class TypedField extends Field {
  private timer = 0;
  private stop?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.stop = onLeaving(this.tell);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    if (this.unsent) {
      this.pause();
      tellDropped(this);
    }
  }

  protected get unsent(): boolean {
    return this.timer !== 0;
  }

  protected typed(text: string): void {
    this.change(text);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.tell, PAUSE_MILLIS);
  }

  /** Tells the server now what it has not been told yet. */
  protected readonly tell = () => {
    if (this.unsent) {
      this.pause();
      tellEdited(this);
    }
  };

  private pause(): void {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}
