import { onLeaving, tellDropped, tellEdited } from './control.js';
import { Field } from './field.js';

const PAUSE_MILLIS = 300;
/** Text typed before the page was sent again is back within so many milliseconds. */
const RETURN_MILLIS = 1500;

/** A control that is typed in. Fires `edited` once the typing pauses, or when it is told to. */
export abstract class TypedField extends Field {
  private timer = 0;
  /** The wanted place of the caret, as far as the text goes: the last letters may not be back yet. */
  private wanted?: number;
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

  /** The place of the next letter, in letters from the start. */
  get caret(): number | undefined {
    return this.caretNow();
  }

  set caret(at: number | undefined) {
    this.wanted = at;
    setTimeout(() => (this.wanted = undefined), RETURN_MILLIS);
    this.placeCaret();
  }

  protected updated(): void {
    this.placeCaret();
  }

  private placeCaret(): void {
    if (this.wanted !== undefined) {
      this.moveCaret(this.wanted);
    }
  }

  protected caretNow(): number | undefined {
    return this.querySelector('input')?.selectionStart ?? undefined;
  }

  protected moveCaret(to: number): void {
    this.querySelector('input')?.setSelectionRange(to, to);
  }

  protected typed(text: string): void {
    this.wanted = undefined;
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
