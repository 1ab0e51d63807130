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

/** The place of a square picture: its left, its top and its side. */
export type Square = [x: number, y: number, size: number];

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
  square: Square,
  pixels: number,
): void {
  const smooth = pixels > side;
  paintPixels(pen, square, pixels, (across, down) => {
    const raw = smooth ? bilinear(field, side, across, down) : field[Math.floor(down * side) * side + Math.floor(across * side)];
    const value = probability ? 2 * raw - 1 : raw;
    return table[toneOf(discrete ? (value >= 0 ? 1 : -1) : value)];
  });
}

/** Draws which class wins at each cell, stronger where it is surer. */
export function paintClasses(
  pen: CanvasRenderingContext2D,
  fields: Float32Array[],
  side: number,
  { classes, zero }: { classes: Rgb[]; zero: Rgb },
  discrete: boolean,
  square: Square,
  pixels: number,
): void {
  const even = 1 / fields.length;
  paintPixels(pen, square, pixels, (across, down) => {
    const values = fields.map((field) => bilinear(field, side, across, down));
    const most = Math.max(...values);
    const sure = discrete ? 1 : Math.max(0, (most - even) / (1 - even));
    return mix(zero, classes[values.indexOf(most)] ?? zero, 0.65 * sure);
  });
}

/** Paints a square of so many pixels a side; `colourAt` gives the colour at shares of its width and height. */
function paintPixels(
  pen: CanvasRenderingContext2D,
  [x, y, size]: Square,
  pixels: number,
  colourAt: (across: number, down: number) => Rgb,
): void {
  const canvas = scratch(pixels);
  const own = canvas.getContext('2d')!;
  const image = own.createImageData(pixels, pixels);
  const data = image.data.fill(255);
  for (let row = 0, at = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++, at += 4) {
      const colour = colourAt((column + 0.5) / pixels, (row + 0.5) / pixels);
      data[at] = colour[0];
      data[at + 1] = colour[1];
      data[at + 2] = colour[2];
    }
  }
  own.putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = true;
  pen.drawImage(canvas, x, y, size, size);
}
