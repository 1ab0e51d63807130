import { nextFrame } from '../frame.js';
import { planeColours } from '../plane/colours.js';
import { isProbability } from './diagram-model.js';
import { type Paints, tones } from './heat.js';
import type { Entry, Place, Setup } from './messages.js';
import type { Net } from './net.js';
import { MOST_CLASSES } from './own-points.js';
import { between, fields, inputField } from './painter.js';
import type { Diagram } from './sb-pg-diagram.js';
import type { Ground, Output } from './sb-pg-output.js';

/** Between two frames, in milliseconds. */
const BEAT = 100;
/** A picture that takes longer, in milliseconds, is drawn once a frame. */
const QUICK = 9;

/** The facts that the pictures show besides the weights. */
export interface View extends Pick<Ground, 'discrete' | 'showTest' | 'fresh' | 'probe'> {
  setup: Setup;
  inputs: Entry[];
  /** The unit that the plane shows in place of the output. */
  pointed?: Place;
}

interface ThemePaints extends Paints {
  /** Of each class that can be painted. */
  brush: string[];
}

/** The pictures of one network: they move over from the weights that were shown to those that have come. */
export class Pictures {
  /** The network as it is drawn. */
  shown?: Net;
  private spent = 0;
  private animation = 0;
  private turn = 0;
  private known?: ThemePaints & { classes: number };

  /** @param paint draws what is `shown` */
  constructor(private readonly paint: () => void) {}

  /** Moves the pictures over to other weights; the promise is kept when they are first drawn, or others take their place. */
  async show(to: Net, playing: boolean): Promise<void> {
    this.stop();
    const turn = this.turn;
    const from = this.shown?.weights;
    const smooth = playing && !isStill() && this.spent < QUICK && from?.length === to.weights.length;
    const begin = performance.now();
    const draw = (now: number) => {
      const share = smooth ? Math.min(1, Math.max(0.2, (now - begin) / BEAT)) : 1;
      this.shown = share < 1 ? to.with(between(from!, to.weights, share)) : to;
      this.paint();
      if (share < 1) {
        this.animation = requestAnimationFrame(draw);
      }
    };
    const now = await nextFrame();
    if (turn === this.turn) {
      draw(now);
    }
  }

  stop(): void {
    this.turn++;
    cancelAnimationFrame(this.animation);
  }

  /** Paints the network that is shown; its colours are known by then. */
  draw(diagram: Diagram, output: Output, paints: Paints, view: View): void {
    const net = this.shown;
    if (!net) {
      return;
    }
    const begin = performance.now();
    const { grid, outputs } = fields(net);
    const inputs = view.inputs.map((input) => inputField(input.key, grid));
    diagram.draw({ outputs, inputs, side: grid.side, tones: paints.tones, still: isStill() });
    output.draw({ ...view, ...ground(net, outputs, inputs, view.pointed), ...paints, side: grid.side });
    this.spent = performance.now() - begin;
  }

  /** Returns the colours of so many classes, as the theme has them now. */
  paints(probe: HTMLElement, classes: number): ThemePaints {
    if (this.known?.classes !== classes) {
      const several = planeColours(probe, MOST_CLASSES);
      const two = planeColours(probe, 2);
      const colours = classes > 2 ? several : two;
      const brush = [...colours.classes, ...several.classes.slice(colours.classes.length)];
      this.known = { colours, tones: tones(colours), brush, classes };
    }
    return this.known;
  }

  /** Forgets the colours, as the theme has changed. */
  recolour(): void {
    this.known = undefined;
  }
}

/** Returns the fields that the plane shows: of the unit under the pointer, or else of the output. */
function ground(net: Net, outputs: Float32Array[][], inputs: Float32Array[], place?: Place) {
  const last = net.layers.length - 1;
  const probability = isProbability(net.output.activation);
  if (place && place.layer < 0) {
    return { fields: [inputs[place.unit]], probability: false };
  }
  const field = place && outputs[place.layer + 1]?.[place.unit];
  return field
    ? { fields: [field], probability: place.layer === last && probability }
    : { fields: outputs[last + 1], probability };
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
