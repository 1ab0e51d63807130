import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import { isWorkbench, onWorkbenchChange, setWorkbench } from './mode.js';

/** The switch in the top bar between an exercise alone and the workbench with every tool. */
@customElement('sb-workbench')
export class WorkbenchSwitch extends LightElement {
  private stop?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.stop = onWorkbenchChange(() => this.requestUpdate());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  render() {
    const on = isWorkbench();
    return html`<button
      type="button"
      class="switch"
      role="switch"
      aria-checked=${on ? 'true' : 'false'}
      title=${on ? 'Show the exercise alone' : 'Show every tool: add and edit cells, versions, keys, files'}
      @click=${() => setWorkbench(!on)}
    >
      Workbench
    </button>`;
  }
}
