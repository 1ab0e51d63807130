import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { TypedField } from './typed-field.js';
import type { Editor, Known, Problem } from './editor.js';

/**
 * A box for a longer text, YAML or Markdown, kept as it was typed. The editor is loaded when the first one is shown.
 *
 * Fires `edited` with the text once the typing pauses, and at once on leaving.
 */
@customElement('sb-text')
export class TextBox extends TypedField {
  @property() language: 'yaml' | 'markdown' = 'yaml';
  /** The mistakes in the text, as JSON: `[{"line": 2, "column": 5, "message": "…"}]`. */
  @property() problems = '[]';
  /** The words that complete a line, as JSON: keys, and by key the values that may follow it. */
  @property() known = '{}';

  private editor?: Editor;
  private wantsFocus = false;

  connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusout', this.tell);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('focusout', this.tell);
  }

  focus(): void {
    this.wantsFocus = !this.editor;
    this.editor?.focus();
  }

  protected caretNow(): number | undefined {
    return this.editor?.caret;
  }

  protected moveCaret(to: number): void {
    this.editor?.moveTo(to);
  }

  protected firstUpdated(): void {
    void this.loadEditor();
  }

  private async loadEditor(): Promise<void> {
    const { Editor } = await import('./editor.js');
    this.editor = new Editor(this.querySelector('.text-editor')!, {
      text: this.value,
      language: this.language,
      label: this.label,
      describedBy: `${this.uid}-more`,
      readonly: this.locked,
      onTyped: (text) => this.typed(text),
    });
    this.requestUpdate();
    if (this.wantsFocus) {
      this.editor.focus();
    }
  }

  protected updated(): void {
    this.editor?.show(this.value);
    this.editor?.underline(JSON.parse(this.problems) as Problem[]);
    this.editor?.complete(JSON.parse(this.known) as Known);
    super.updated();
  }

  protected control() {
    return html`<div class="field-control text-editor" id=${this.uid}></div>`;
  }

  protected typed(text: string): void {
    super.typed(text);
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
