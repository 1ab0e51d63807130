import type { LitElement, ReactiveController } from 'lit';
import { onSchemeChange } from '../scheme/scheme.js';

/** Follows what a picture depends on while it is on the page: the page's colours, and the width of its own place. */
export class Surroundings implements ReactiveController {
  private stopScheme?: () => void;
  private readonly observer = new ResizeObserver(([entry]) => this.resize(entry.contentRect.width));

  /** @param place selects the part of the element that the picture fills */
  constructor(
    private readonly element: LitElement,
    private readonly place: string,
    private readonly recolour: () => void,
    private readonly resize: (width: number) => void,
  ) {
    element.addController(this);
  }

  hostConnected(): void {
    this.stopScheme = onSchemeChange(() => this.element.hasUpdated && this.recolour());
    if (this.element.hasUpdated) {
      this.begin();
    }
  }

  hostDisconnected(): void {
    this.stopScheme?.();
    this.observer.disconnect();
  }

  hostUpdated(): void {
    if (!this.element.hasUpdated) {
      this.begin();
    }
  }

  private begin(): void {
    this.recolour();
    this.observer.observe(this.element.renderRoot.querySelector(this.place)!);
  }
}
