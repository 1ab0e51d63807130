/** Finds what is at a place of the diagram: the dot of a bias, or a link. */
import type { LinkPlace, Model } from './diagram-model.js';
import { forEachLink } from './diagram-paint.js';
import { DOT, type Geometry, distance, dotOf } from './geometry.js';

/** As near as a pointer must come, in pixels. */
const NEAR_DOT = DOT + 1.5;
const NEAR_LINK = 7;

/** Returns the bias whose dot is here, as the input after the last. */
export function dotAt({ net }: Model, geometry: Geometry, x: number, y: number): LinkPlace | undefined {
  for (let layer = 0; layer < net.layers.length; layer++) {
    for (let unit = 0; unit < net.layers[layer].units; unit++) {
      const [dotX, dotY] = dotOf(geometry, layer, unit);
      if (Math.hypot(x - dotX, y - dotY) <= NEAR_DOT) {
        return { layer, unit, input: net.inputsOf(layer) };
      }
    }
  }
  return undefined;
}

/** Returns the nearest link. */
export function linkAt(model: Model, geometry: Geometry, x: number, y: number): LinkPlace | undefined {
  let best: LinkPlace | undefined;
  let least = NEAR_LINK;
  forEachLink(model, geometry, (place, curve) => {
    const far = distance(curve, x, y);
    if (far < least) {
      least = far;
      best = place;
    }
  });
  return best;
}
