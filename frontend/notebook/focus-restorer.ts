import { type Control, controlOf, controlWith, keyOf } from '../fields/control.js';
import { listenToAll } from '../fields/event-listeners.js';
import type { Selection } from './selection.js';

/** The place of a person on a notebook's page when its elements were removed. */
interface Place {
  page: number;
  at: number;
  cell: string;
  key: string;
  caret?: number;
}

type Written = Control & { caret?: number };

/** Elements that are removed together are removed within so many milliseconds. */
const AT_ONCE = 200;
/** A page that is sent again is back within so many milliseconds. */
const PATIENCE = 5000;

let left: Place | undefined;

/**
 * Brings a person back to the cell that was selected, and to the place in the text that was typed in, when the browser has
 * lost a message and the page is sent again. Until then no key is a command: it was meant for that text.
 */
export class FocusRestorer {
  private control?: Written;
  private blurredAt?: number;
  private awaited = '';
  private stopListening?: () => void;

  constructor(private readonly selection: Selection) {}

  /** True if keys are meant for a text that is not there yet. */
  get holdsKeys(): boolean {
    return this.awaited !== '';
  }

  start(): void {
    this.stopListening = listenToAll(
      [document, 'focusin', (event: Event) => this.entered(controlOf(event))],
      [document, 'focusout', () => (this.blurredAt = performance.now())],
      [document, 'pointerdown', () => (this.awaited = '')],
    );
  }

  /** @param page stays the same when the page is sent again */
  arrive(page: number): void {
    const place = left;
    left = undefined;
    if (place?.page === page) {
      this.selection.mark(place.cell);
      this.awaited = place.key;
      this.lookFor(place);
    }
  }

  stop(page: number): void {
    this.stopListening?.();
    const now = performance.now();
    const typing = this.control && (this.blurredAt === undefined || now - this.blurredAt < AT_ONCE);
    left = {
      page,
      at: now,
      cell: this.selection.id,
      key: typing ? keyOf(this.control!) : this.awaited,
      caret: typing ? this.control!.caret : undefined,
    };
  }

  private entered(control?: Written): void {
    this.control = control;
    this.blurredAt = undefined;
    this.awaited = '';
  }

  /** Goes there once it is there. */
  private lookFor(place: Place): void {
    if (!this.holdsKeys) {
      return;
    }
    const control: Written | null = controlWith(place.key);
    if (control && place.caret !== undefined) {
      control.caret = place.caret;
    }
    control?.focus({ preventScroll: true });
    if (this.holdsKeys && performance.now() - place.at < PATIENCE) {
      requestAnimationFrame(() => this.lookFor(place));
    }
  }
}
