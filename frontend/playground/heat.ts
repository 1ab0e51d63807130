/** Fields of values as pictures, blue below 0 and orange above. */
import { bilinear } from '../bilinear.js';
import { type PlaneColours, type Rgb, mix, ramp } from '../plane/colours.js';

export interface Tones {
  /** Strong, for units, links and points. */
  strong: Rgb[];
  /** Paler, for the ground below points. */
  ground: Rgb[];
}

/** All that pictures are painted with. */
export interface Paints {
  tones: Tones;
  colours: PlaneColours;
}

export function tones(colours: PlaneColours): Tones {
  return { strong: ramp(colours, 1), ground: ramp(colours, 0.72) };
}

/** Returns the place of a value from −1 to 1 among 256 colours. */
export function toneOf(value: number): number {
  return Number.isNaN(value) ? 128 : Math.round((Math.max(-1, Math.min(1, value)) + 1) * 127.5);
}

export function css(colour: Rgb, opacity = 1): string {
  return `rgb(${colour[0]} ${colour[1]} ${colour[2]} / ${opacity})`;
}

const canvases = new Map<number, HTMLCanvasElement>();

function scratch(pixels: number): HTMLCanvasElement {
  let canvas = canvases.get(pixels);
  if (!canvas) {
    canvas = document.createElement('canvas');
    canvas.width = canvas.height = pixels;
    canvases.set(pixels, canvas);
  }
  return canvas;
}

export interface HeatMap {
  field: Float32Array;
  side: number;
  /** True if an output between 0 and 1 is shown as from −1 to 1. */
  probability: boolean;
  /** True if only the sign shows. */
  discrete: boolean;
}

/** Draws a field of one number a cell. */
export function paintHeat(
  pen: CanvasRenderingContext2D,
  { field, side, probability, discrete }: HeatMap,
  table: Rgb[],
  [x, y, size]: [number, number, number],
  pixels: number,
): void {
  const canvas = scratch(pixels);
  const own = canvas.getContext('2d')!;
  const image = own.createImageData(pixels, pixels);
  const data = image.data;
  const smooth = pixels > side;
  for (let row = 0, at = 0; row < pixels; row++) {
    const down = (row + 0.5) / pixels;
    for (let column = 0; column < pixels; column++, at += 4) {
      const across = (column + 0.5) / pixels;
      const raw = smooth
        ? bilinear(field, side, across, down)
        : field[Math.floor(down * side) * side + Math.floor(across * side)];
      const value = probability ? 2 * raw - 1 : raw;
      const colour = table[toneOf(discrete ? (value >= 0 ? 1 : -1) : value)];
      data[at] = colour[0];
      data[at + 1] = colour[1];
      data[at + 2] = colour[2];
      data[at + 3] = 255;
    }
  }
  own.putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = true;
  pen.drawImage(canvas, x, y, size, size);
}

/** Draws which class wins at each cell, stronger where it is surer. */
export function paintClasses(
  pen: CanvasRenderingContext2D,
  fields: Float32Array[],
  side: number,
  colours: { classes: Rgb[]; zero: Rgb },
  discrete: boolean,
  [x, y, size]: [number, number, number],
  pixels: number,
): void {
  const canvas = scratch(pixels);
  const own = canvas.getContext('2d')!;
  const image = own.createImageData(pixels, pixels);
  for (let row = 0, at = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++, at += 4) {
      const values = fields.map((field) => bilinear(field, side, (column + 0.5) / pixels, (row + 0.5) / pixels));
      const most = Math.max(...values);
      const sure = discrete ? 1 : Math.max(0, (most - 1 / fields.length) / (1 - 1 / fields.length));
      const colour = mix(colours.zero, colours.classes[values.indexOf(most)] ?? colours.zero, 0.65 * sure);
      image.data.set([...colour, 255], at);
    }
  }
  own.putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = true;
  pen.drawImage(canvas, x, y, size, size);
}
