import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { visuallyHidden } from '../figure/style.js';
import { type Choice, choose, chosen, onSchemeChange } from './scheme.js';

const CHOICES: [Choice, string][] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['system', 'As the system'],
];

/** Three radio buttons: light, dark, or as the system. */
@customElement('sb-color-scheme')
export class ColorSchemeToggle extends LitElement {
  static styles = [
    visuallyHidden,
    css`
      :host {
        display: inline-block;
      }
      fieldset {
        display: inline-flex;
        margin: 0;
        padding: 2px;
        gap: 2px;
        border: 1px solid var(--sb-border);
        border-radius: 99px;
        background: var(--sb-sunken);
      }
      label {
        position: relative;
        display: grid;
        place-items: center;
        width: 2rem;
        height: 1.75rem;
        border-radius: 99px;
        color: var(--sb-quiet);
        cursor: pointer;
      }
      label:hover {
        color: var(--sb-text);
      }
      label:has(:checked) {
        background: var(--sb-surface);
        color: var(--sb-accent);
        box-shadow: 0 0 0 1px var(--sb-border-strong);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--sb-focus);
        outline-offset: 2px;
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: inherit;
      }
      svg {
        width: 1.125rem;
        height: 1.125rem;
        fill: none;
        stroke: currentColor;
        stroke-width: 2;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      @media (forced-colors: active) {
        label:has(:checked) {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

  @state() private choice: Choice = chosen();
  private stop?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.stop = onSchemeChange(() => (this.choice = chosen()));
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  render() {
    return html`<fieldset>
      <legend class="visually-hidden">Colours</legend>
      ${CHOICES.map(
        ([choice, name]) =>
          html`<label title=${name}>
            <input type="radio" name="scheme" .checked=${this.choice === choice} @change=${() => choose(choice)} />${icon(
              choice,
            )}<span class="visually-hidden">${name}</span>
          </label>`,
      )}
    </fieldset>`;
  }
}

function icon(choice: Choice) {
  const drawing = {
    light: html`<svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v2m0 15v2M2.5 12h2m15 0h2M5.3 5.3l1.4 1.4m10.6 10.6 1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4" />
    </svg>`,
    dark: html`<svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />
    </svg>`,
    system: html`<svg viewBox="0 0 24 24" aria-hidden="true">
      <rect x="3" y="4.5" width="18" height="12" rx="2" />
      <path d="M8.5 20h7M12 16.5V20" />
    </svg>`,
  };
  return drawing[choice];
}
