import { type Model, type LinkPlace, isProbability } from './diagram-model.js';
import type { Outputs } from './forward.js';
import { DOT, type Geometry, dotOf, link } from './geometry.js';
import { type Square, type Tones, css, paintHeat, toneOf } from './heat.js';

/** The outputs of the units, and their colours. */
export interface Drawn {
  outputs: Outputs;
  inputs: Float32Array[];
  side: number;
  tones: Tones;
  still: boolean;
}

/** All that a picture of the network shows. */
export interface Scene {
  model: Model;
  drawn: Drawn;
  geometry: Geometry;
  pointed?: LinkPlace;
  /** The colour around a bias. */
  outline: string;
}

/** Draws the links, and each unit's heat map. */
export function paintDiagram(pen: CanvasRenderingContext2D, scene: Scene): void {
  drawLinks(pen, scene);
  drawUnits(pen, scene);
}

/** Visits every link of a network, with its curve. */
export function forEachLink(
  model: Model,
  geometry: Geometry,
  visit: (place: LinkPlace, curve: ReturnType<typeof link>) => void,
): void {
  const { net, inputs } = model;
  net.layers.forEach((layer, l) => {
    const before = net.inputsOf(l);
    for (let unit = 0; unit < layer.units; unit++) {
      for (let input = 0; input < before; input++) {
        const row = l === 0 ? inputs.findIndex((each) => each.key === net.inputs[input]) : input;
        if (row >= 0) {
          visit({ layer: l, unit, input }, link(geometry, l, row, unit, input, before));
        }
      }
    }
  });
}

function drawLinks(pen: CanvasRenderingContext2D, { model, drawn, geometry, pointed: link }: Scene): void {
  const { net, step, cut } = model;
  const { tones, still } = drawn;
  forEachLink(model, geometry, ({ layer, unit, input }, { x0, y0, x1, y1 }) => {
    const weight = net.weight(layer, unit, input);
    const pointed = link?.layer === layer && link.unit === unit && link.input === input;
    const half = (x0 + x1) / 2;
    const size = Math.min(1, Math.abs(weight) / 5);
    pen.beginPath();
    pen.moveTo(x0, y0);
    pen.bezierCurveTo(half, y0, half, y1, x1, y1);
    pen.lineWidth = 0.8 + 8 * size + (pointed ? 2 : 0);
    const sign = weight < 0 ? -1 : 1;
    pen.strokeStyle = css(
      tones.strong[toneOf(sign * Math.max(0.5, Math.min(1, Math.abs(weight))))],
      pointed ? 1 : 0.4 + 0.6 * Math.min(1, Math.abs(weight)),
    );
    pen.setLineDash(cut.has(net.index(layer, unit, input)) ? [2, 6] : [9, 2]);
    pen.lineDashOffset = still ? 0 : -step / 3;
    pen.stroke();
  });
  pen.setLineDash([]);
}

function drawUnits(pen: CanvasRenderingContext2D, { model, drawn, geometry, outline }: Scene): void {
  const { net, inputs } = model;
  const { outputs, inputs: fields, side, tones } = drawn;
  const { size, columns } = geometry;
  const pixels = Math.round(size * Math.min(2, devicePixelRatio || 1));
  const unit = (field: Float32Array, x: number, y: number, probability: boolean) => {
    const corner: Square = [x - size / 2, y - size / 2, size];
    pen.save();
    pen.beginPath();
    pen.roundRect(...corner, size, 5);
    pen.clip();
    paintHeat(pen, { field, side, probability, discrete: false }, tones.strong, corner, pixels);
    pen.restore();
  };
  inputs.forEach((input, i) => {
    pen.globalAlpha = net.inputs.includes(input.key) ? 1 : 0.28;
    unit(fields[i], columns[0].x, columns[0].ys[i], false);
    pen.globalAlpha = 1;
  });
  net.layers.forEach((layer, l) => {
    for (let u = 0; u < layer.units; u++) {
      const [x, y] = [columns[l + 1].x, columns[l + 1].ys[u]];
      unit(outputs[l + 1][u], x, y, l === net.layers.length - 1 && isProbability(layer.activation));
      drawBias(pen, net.bias(l, u), dotOf(geometry, l, u), tones, outline);
    }
  });
}

/** Draws a dot at the unit's lower left corner, as strong as its bias. */
function drawBias(pen: CanvasRenderingContext2D, bias: number, [x, y]: [number, number], tones: Tones, outline: string): void {
  pen.beginPath();
  pen.arc(x, y, DOT, 0, 2 * Math.PI);
  pen.fillStyle = css(tones.strong[toneOf(bias)]);
  pen.fill();
  pen.lineWidth = 1;
  pen.strokeStyle = outline;
  pen.stroke();
}
