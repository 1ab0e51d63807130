import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import { bytesOf } from '../base64.js';
import { rgb } from '../plane/colours.js';
import { type Paints, css, toneOf } from './heat.js';

const SCALE = 20;
const SIDE = 56;

/** A figure's points, small. */
@customElement('sb-pg-thumb')
export class Thumb extends LightElement {
  /** Three bytes a point: x and y in twentieths, and −100 to 100 as a colour, or the number of a class. */
  @property() picture = '';
  @property({ attribute: false }) paint?: Paints;
  @query('canvas') private canvas!: HTMLCanvasElement;

  protected render() {
    return html`<canvas width=${SIDE * 2} height=${SIDE * 2} aria-hidden="true"></canvas>`;
  }

  protected updated(): void {
    if (!this.paint) {
      return;
    }
    const { tones, colours } = this.paint;
    const numbers = new Int8Array(bytesOf(this.picture).buffer);
    const pen = this.canvas.getContext('2d')!;
    pen.clearRect(0, 0, SIDE * 2, SIDE * 2);
    for (let i = 0; i < numbers.length; i += 3) {
      const [x, y, tone] = [numbers[i] / SCALE, numbers[i + 1] / SCALE, numbers[i + 2]];
      const ofClass = tone > 100 ? rgb(colours.classes[tone - 101] ?? colours.text) : undefined;
      pen.fillStyle = css(ofClass ?? tones.strong[toneOf(tone / 100)]);
      pen.beginPath();
      pen.arc(SIDE * (1 + x / 6.3), SIDE * (1 - y / 6.3), 3.4, 0, 2 * Math.PI);
      pen.fill();
    }
  }
}
