import { LitElement } from 'lit';

/** An element that renders into the page's own DOM, where the page's styles and labels reach it. */
export abstract class LightElement extends LitElement {
  protected createRenderRoot() {
    return this;
  }

  /** Tells the elements around this one. */
  protected fire(name: string, detail: unknown = {}): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
