import { Near } from './near.js';

/** A part of the page that tells the server when it comes near the window, and when it leaves it. */
class Sight extends HTMLElement {
  private readonly near = new Near((near) => this.dispatchEvent(new CustomEvent('sight', { detail: { near } })));

  connectedCallback(): void {
    this.near.watch(this);
  }

  disconnectedCallback(): void {
    this.near.stop();
  }
}

customElements.define('sb-sight', Sight);
