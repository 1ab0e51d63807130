import { LitElement } from 'lit';
import { query } from 'lit/decorators.js';
import { style } from './style.js';

/** An element that is one modal dialog. */
export abstract class ModalDialog extends LitElement {
  static styles = style;

  @query('dialog') protected dialog!: HTMLDialogElement;

  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  show(): void {
    this.dialog.showModal();
  }

  /** Closes the dialog on a click outside it. */
  protected readonly closeOutside = (event: MouseEvent): void => {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  };
}
