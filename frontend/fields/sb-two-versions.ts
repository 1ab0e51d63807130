import { LitElement, css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';

export interface Versions {
  key: string;
  /** The name of the control on the page. */
  name: string;
  mine: string;
  elsewhere: string;
}

/** Shows one text as it was typed here and as another page has stored it meanwhile, and lets the person choose. */
@customElement('sb-two-versions')
export class TwoVersions extends LitElement {
  static styles = css`
    dialog {
      box-sizing: border-box;
      width: min(44rem, calc(100vw - 2rem));
      padding: 1.25rem;
      color: var(--sb-text);
      background: var(--sb-surface);
      border: 1px solid var(--sb-border-strong);
      border-radius: var(--sb-radius);
      box-shadow: 0 12px 48px rgb(10 15 30 / 0.25);
    }
    dialog::backdrop {
      background: rgb(10 15 30 / 0.35);
    }
    h2 {
      margin: 0 0 0.5rem;
      font-size: 1.125rem;
    }
    p {
      margin: 0 0 1rem;
      line-height: 1.5;
    }
    .two {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 1rem;
    }
    section {
      display: flex;
      flex-direction: column;
      gap: 0.5rem;
      min-width: 0;
    }
    h3 {
      margin: 0;
      font-size: 0.9375rem;
      font-weight: 600;
    }
    pre {
      flex: 1;
      max-height: 16rem;
      margin: 0;
      padding: 0.6rem;
      overflow: auto;
      font-family: var(--sb-mono);
      font-size: 0.875rem;
      line-height: 1.5;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      background: var(--sb-sunken);
      border: 1px solid var(--sb-border);
      border-radius: var(--sb-radius-small);
    }
    button {
      min-height: 2.5rem;
      padding: 0 0.9rem;
      font: inherit;
      font-weight: 550;
      color: var(--sb-text);
      background: none;
      border: 1px solid var(--sb-border-strong);
      border-radius: var(--sb-radius-small);
      cursor: pointer;
    }
    button:hover {
      background: var(--sb-hover);
    }
    :focus-visible {
      outline: 2px solid var(--sb-focus);
      outline-offset: 1px;
    }
    @media (width < 40rem) {
      .two {
        grid-template-columns: 1fr;
      }
    }
  `;

  @state() private versions?: Versions;
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Shows the two versions of a text, or nothing any more. */
  show(versions: Versions | undefined): void {
    this.versions = versions;
    void this.updateComplete.then(() => {
      if (!versions) {
        this.dialog.close();
      } else if (!this.dialog.open) {
        this.dialog.showModal();
      }
    });
  }

  render() {
    const { name, mine, elsewhere } = this.versions ?? { name: '', mine: '', elsewhere: '' };
    return html`<dialog aria-labelledby="title" @cancel=${(event: Event) => event.preventDefault()}>
      <h2 id="title">Two versions of ${name}</h2>
      <p>You changed this here, and also in another tab or on another device. Which one should stay?</p>
      <div class="two">${this.version('From here', mine, true)} ${this.version('From elsewhere', elsewhere, false)}</div>
    </dialog>`;
  }

  private version(title: string, text: string, mine: boolean) {
    return html`<section>
      <h3>${title}</h3>
      <pre tabindex="0" aria-label=${title}>${text || html`<em>(empty)</em>`}</pre>
      <button type="button" @click=${() => this.choose(mine)}>${mine ? 'Keep this one' : 'Take this one'}</button>
    </section>`;
  }

  private choose(mine: boolean): void {
    if (this.versions) {
      this.dispatchEvent(new CustomEvent('chosen', { detail: { key: this.versions.key, mine } }));
    }
  }
}
