import { tick } from '../format.js';
import { ticks } from '../graph/scale.js';
import { type PlaneColours, classGround, place, ramp } from './colours.js';
import type { Frame, Grid } from './grid.js';
import { shape } from './shapes.js';

export interface Point {
  x: number;
  y: number;
  /** The class's index, or for numbers the value. */
  value: number;
  validation: boolean;
  /** True if the network's answer for it is wrong. */
  wrong: boolean;
}

export interface Scale {
  low: number;
  middle: number;
  high: number;
}

export interface Picture {
  grid?: Grid;
  points: Point[];
  frame: Frame;
  scale: Scale;
  /** 0 where the outputs are numbers. */
  classes: number;
  decisionOnly: boolean;
  xName: string;
  yName: string;
  colours: PlaneColours;
  cursor?: { across: number; up: number };
}

export const MARGIN = { left: 44, right: 14, top: 20, bottom: 38 };

/** Draws the plane on a square of this many CSS pixels. */
export function paint(pen: CanvasRenderingContext2D, size: number, picture: Picture): void {
  const side = size - MARGIN.left - MARGIN.right;
  const height = size - MARGIN.top - MARGIN.bottom;
  pen.clearRect(0, 0, size, size);
  pen.save();
  pen.beginPath();
  pen.rect(MARGIN.left, MARGIN.top, side, height);
  pen.clip();
  pen.fillStyle = `rgb(${picture.colours.zero})`;
  pen.fillRect(MARGIN.left, MARGIN.top, side, height);
  if (picture.grid) {
    pen.imageSmoothingEnabled = true;
    pen.drawImage(ground(picture.grid, picture), MARGIN.left, MARGIN.top, side, height);
  }
  picture.points.forEach((point) => dot(pen, point, picture, side, height));
  pen.restore();
  axes(pen, picture, side, height);
  if (picture.cursor) {
    cross(pen, picture, side, height);
  }
}

/** Pixels along a side of values: what fades from one to the next is as good with few, and drawn in a quarter of the time. */
const FADING = 160;
const SHARP = 320;

/** Paints the ground. Values are interpolated before they are coloured, so that the line between two decisions is sharp. */
function ground(grid: Grid, picture: Picture): HTMLCanvasElement {
  const pixels = grid.probability ? grid.side : picture.decisionOnly ? SHARP : FADING;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = pixels;
  const pen = canvas.getContext('2d')!;
  const image = pen.createImageData(pixels, pixels);
  const colourOf = grid.probability ? classColours(grid, picture) : valueColours(grid, picture);
  for (let row = 0, at = 0; row < pixels; row++) {
    for (let column = 0; column < pixels; column++, at += 4) {
      const [red, green, blue, opacity] = colourOf((column + 0.5) / pixels, 1 - (row + 0.5) / pixels);
      image.data[at] = red;
      image.data[at + 1] = green;
      image.data[at + 2] = blue;
      image.data[at + 3] = opacity;
    }
  }
  pen.putImageData(image, 0, 0);
  return canvas;
}

type ColourOf = (across: number, up: number) => readonly [number, number, number, number];

const NOTHING = [0, 0, 0, 0] as const;

function valueColours(grid: Grid, { scale, colours, decisionOnly, classes }: Picture): ColourOf {
  const table = ramp(colours).map(([r, g, b]) => [r, g, b, 255] as const);
  return (across, up) => {
    const value = grid.between(across, up);
    if (Number.isNaN(value)) {
      return NOTHING;
    }
    const at = place(value, scale.low, scale.middle, scale.high);
    return table[decisionOnly && classes ? (at > 0 ? 255 : 0) : Math.round((at + 1) * 127.5)];
  };
}

function classColours(grid: Grid, { colours, decisionOnly, classes }: Picture): ColourOf {
  return (across, up) => {
    const cell = grid.cell(across, up);
    const sure = decisionOnly ? 1 : grid.probability![cell];
    return [...classGround(colours, grid.value[cell], sure, classes), 255];
  };
}

function dot(pen: CanvasRenderingContext2D, point: Point, picture: Picture, side: number, height: number): void {
  const { frame, colours, classes, scale } = picture;
  const x = MARGIN.left + ((point.x - frame.xMin) / (frame.xMax - frame.xMin)) * side;
  const y = MARGIN.top + (1 - (point.y - frame.yMin) / (frame.yMax - frame.yMin)) * height;
  const small = picture.points.length > 600 ? 2.6 : 3.6;
  const path = new Path2D(shape(classes ? point.value : 0, x, y, small));
  const colour = classes
    ? colours.classes[point.value % colours.classes.length]
    : `rgb(${ramp(colours, 1)[Math.round((place(point.value, scale.low, scale.middle, scale.high) + 1) * 127.5)]})`;
  pen.lineJoin = 'round';
  if (point.wrong) {
    pen.beginPath();
    pen.arc(x, y, small + 3.4, 0, 2 * Math.PI);
    pen.strokeStyle = colours.wrong;
    pen.lineWidth = 2;
    pen.stroke();
  }
  if (point.validation) {
    pen.fillStyle = colours.surface;
    pen.strokeStyle = classes ? colour : colours.text;
    pen.lineWidth = 1.7;
    pen.fill(path);
    if (!classes) {
      pen.fillStyle = colour;
      pen.fill(path);
    }
    pen.stroke(path);
  } else {
    pen.strokeStyle = classes ? colours.surface : colours.quiet;
    pen.fillStyle = colour;
    pen.lineWidth = 1.6;
    pen.stroke(path);
    pen.fill(path);
  }
}

function axes(pen: CanvasRenderingContext2D, picture: Picture, side: number, height: number): void {
  const { frame, colours } = picture;
  const bottom = MARGIN.top + height;
  pen.font = `12px ${colours.font}`;
  pen.fillStyle = colours.quiet;
  pen.strokeStyle = colours.border;
  pen.lineWidth = 1;
  pen.strokeRect(MARGIN.left - 0.5, MARGIN.top - 0.5, side + 1, height + 1);
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  for (const value of ticks(frame.xMin, frame.xMax, side / 60)) {
    const x = MARGIN.left + ((value - frame.xMin) / (frame.xMax - frame.xMin)) * side;
    pen.fillText(tick(value), x, bottom + 6);
  }
  pen.fillText(picture.xName, MARGIN.left + side / 2, bottom + 24);
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  for (const value of ticks(frame.yMin, frame.yMax, height / 60)) {
    const y = bottom - ((value - frame.yMin) / (frame.yMax - frame.yMin)) * height;
    pen.fillText(tick(value), MARGIN.left - 7, y);
  }
  pen.textAlign = 'left';
  pen.fillText(picture.yName, MARGIN.left, 10);
}

function cross(pen: CanvasRenderingContext2D, picture: Picture, side: number, height: number): void {
  const x = Math.round(MARGIN.left + picture.cursor!.across * side) + 0.5;
  const y = Math.round(MARGIN.top + (1 - picture.cursor!.up) * height) + 0.5;
  pen.strokeStyle = picture.colours.text;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x, MARGIN.top);
  pen.lineTo(x, MARGIN.top + height);
  pen.moveTo(MARGIN.left, y);
  pen.lineTo(MARGIN.left + side, y);
  pen.stroke();
}
