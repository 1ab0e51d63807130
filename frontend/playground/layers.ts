/** The setting `hidden`, such as `4tanh,2relu`, as a list, and back. */

export interface HiddenLayer {
  units: number;
  activation: string;
}

export const MOST_LAYERS = 10;
export const MOST_UNITS = 16;

export function readLayers(text: string): HiddenLayer[] {
  return text === 'none'
    ? []
    : text.split(',').map((part) => {
        const [, units, activation] = /^(\d+)(.*)$/.exec(part) ?? ['', '1', 'tanh'];
        return { units: Number(units), activation: activation || 'tanh' };
      });
}

export function writeLayers(layers: HiddenLayer[]): string {
  return layers.map(({ units, activation }) => `${units}${activation}`).join(',') || 'none';
}

export function words(name: string): string {
  return name.replace(/_/g, ' ');
}
