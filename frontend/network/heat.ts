import { bytesOf } from '../base64.js';
import { type PlaneColours, place, ramp } from '../plane/colours.js';

const MIDDLE = 128;

/** Returns pictures of each unit's output over the plane, as addresses of images. */
export function heatMaps(base64: string, side: number, colours: PlaneColours): string[] {
  const bytes = bytesOf(base64);
  const tones = ramp(colours, 0.95);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const pen = canvas.getContext('2d')!;
  return Array.from({ length: Math.floor(bytes.length / (side * side)) }, (_, unit) => {
    const image = pen.createImageData(side, side);
    for (let i = 0; i < side * side; i++) {
      const at = place(bytes[unit * side * side + i] - MIDDLE, -127, 0, 127);
      image.data.set([...tones[Math.round(127.5 + 127.5 * at)], 255], 4 * i);
    }
    pen.putImageData(image, 0, 0);
    return canvas.toDataURL();
  });
}
