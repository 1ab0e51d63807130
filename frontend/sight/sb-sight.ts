import type { Sight } from './messages.js';
import { Near } from './near.js';

/** A part of the page that tells the server when it comes near the window, and when it leaves it. */
class SightElement extends HTMLElement {
  private readonly near = new Near((near) => this.dispatchEvent(new CustomEvent<Sight>('sight', { detail: { near } })));

  connectedCallback(): void {
    this.near.watch(this);
  }

  disconnectedCallback(): void {
    this.near.stop();
  }
}

customElements.define('sb-sight', SightElement);
