/** The theme's colours as the canvas needs them: resolved for the scheme that is in force now. */

export interface Palette {
  surface: string;
  text: string;
  quiet: string;
  grid: string;
  border: string;
  series: string[];
  font: string;
}

const SERIES = 8;

/** Reads a custom property as a colour through an element of the page, since light-dark() is not resolved in it. */
export function colour(probe: HTMLElement, property: string): string {
  probe.style.color = `var(${property})`;
  return getComputedStyle(probe).color;
}

export function palette(probe: HTMLElement): Palette {
  const read = (name: string) => colour(probe, `--sb-${name}`);
  return {
    surface: read('surface'),
    text: read('text'),
    quiet: read('quiet'),
    grid: read('grid'),
    border: read('border-strong'),
    series: Array.from({ length: SERIES }, (_, i) => read(`series-${i + 1}`)),
    font: getComputedStyle(probe).fontFamily,
  };
}

export function toneColour(colours: Palette, tone: number): string {
  return colours.series[tone % SERIES];
}

/** Returns a line's dashes: solid, dashed, or, where the colours repeat, dotted. The kinds differ without colour. */
export function dash(line: { tone: number; dashed: boolean }): number[] {
  if (line.tone >= SERIES) {
    return line.dashed ? [9, 3, 2, 3] : [2, 3];
  }
  return line.dashed ? [7, 4] : [];
}
