/** The things that a person inspects: the unit under the pointer, the pressed unit, and a point of the plane. */
import type { PlaygroundContext } from './playground-context.js';
import { unitName } from './diagram-model.js';
import { type Outputs, forward } from './forward.js';
import { type Entry, type Place, type PlanePoint, same } from './messages.js';
import type { Net } from './net.js';

export interface Inspection {
  pointed?: Place;
  /** Keeps the panel below the network until it is closed, so that what is typed there stays with this unit. */
  pressed?: Place;
  probe: PlanePoint;
}

/** The facts about a unit that the inspector shows. */
export interface Inspected {
  net: Net;
  place: Place;
  /** The names of what comes in. */
  names: string[];
  /** The output of every unit for the probe alone. */
  outputs: Outputs;
  probe: PlanePoint;
  /** True if its numbers can be typed over. */
  editing: boolean;
  freeze: string;
  cut: Set<number>;
}

/** Returns the unit that is pressed, or else the one under the pointer. */
export function inspected(inspection: Inspection, context: PlaygroundContext, cut: number[], net?: Net): Inspected | undefined {
  const pressed = there(net, inspection.pressed);
  const place = pressed ?? there(net, inspection.pointed);
  return (
    net &&
    place && {
      net,
      place,
      names: namesInto(net, place.layer, context.catalogue.inputs),
      outputs: forward(net, [inspection.probe.x], [inspection.probe.y]),
      probe: inspection.probe,
      editing: same(pressed, place),
      freeze: context.text('freeze'),
      cut: new Set(cut),
    }
  );
}

/** Names the unit whose output the plane shows. */
export function pictured({ pointed }: Inspection, inputs: Entry[], net?: Net): string {
  if (!pointed || !net) {
    return 'Output';
  }
  return pointed.layer < 0 ? `Input ${inputs[pointed.unit]?.title}` : unitName(net, pointed);
}

/** Returns a place, if the network has such a unit. */
function there(net?: Net, place?: Place): Place | undefined {
  const units = place && place.layer >= 0 ? net?.layers[place.layer]?.units : undefined;
  return place && place.unit < (units ?? 0) ? place : undefined;
}

/** Returns the names of a layer's inputs. */
function namesInto(net: Net, layer: number, inputs: Entry[]): string[] {
  const titles = new Map(inputs.map(({ key, title }) => [key, title]));
  return layer === 0
    ? net.inputs.map((key) => titles.get(key)!)
    : Array.from({ length: net.inputsOf(layer) }, (_, i) => `a${subscript(i + 1)}`);
}

function subscript(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
}
