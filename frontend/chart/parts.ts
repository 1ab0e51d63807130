import { html, nothing, svg } from 'lit';
import { exact, significant, whole } from '../format.js';
import type { Axis } from './axis.js';
import { shortest } from './numbers.js';
import { type Palette, dash, toneColour } from './palette.js';
import { nearest, summarize } from './line-summary.js';
import type { Line } from './series-store.js';

export function swatch(line: Line, colours: Palette) {
  return stroke(toneColour(colours, line.tone), dash(line));
}

function stroke(colour: string, dashes: number[]) {
  return html`<svg viewBox="0 0 26 10" width="26" height="10" aria-hidden="true">
    ${svg`<path d="M0 5h26" fill="none" stroke=${colour} stroke-width="2.5"
      stroke-dasharray=${dashes.join(' ') || nothing} />`}
  </svg>`;
}

/** Draws the legend of the guide, a height with a meaning. */
export function guideLegend(text: string, colours: Palette) {
  return html`<p class="guide">${stroke(colours.quiet, [2, 4])}<span>${text}</span></p>`;
}

export interface Legend {
  lines: Line[];
  hidden: ReadonlySet<string>;
  colours: Palette;
  /** The place of the crosshair on the axis; undefined stands for the last points. */
  at?: number;
  axis: Axis;
  toggle(id: string): void;
  showAll(): void;
}

/** Below this many lines, those that are not drawn at first are in the legend all the same. */
const FEW = 8;

/** Draws the lines by name, with their values at the crosshair; many hidden ones stand behind one button. */
export function legend({ lines, hidden, colours, at, axis, toggle, showAll }: Legend) {
  const folded = lines.length > FEW ? lines.filter((line) => line.hidden && hidden.has(line.id)) : [];
  const named = lines.filter((line) => !folded.includes(line));
  return html`<ul class=${named.length > 4 ? 'legend many' : 'legend'} aria-label="Series, press to hide or show">
    ${named.map((line) => {
      const index = at === undefined ? line.x.length - 1 : nearest(line.x, at, axis.of);
      return html`<li>
        <button type="button" aria-pressed=${!hidden.has(line.id)} @click=${() => toggle(line.id)}>
          ${swatch(line, colours)}<span>${line.name}</span>
          <span class="value" aria-hidden="true">${index >= 0 ? significant(line.y[index]) : ''}</span>
        </button>
      </li>`;
    })}
    ${folded.length
      ? html`<li><button type="button" class="more" @click=${showAll}>Show ${folded.length} more</button></li>`
      : nothing}
  </ul>`;
}

/** Draws the last, lowest and highest value of every series as a table. */
export function table(lines: Line[], allDigits: boolean) {
  const write = allDigits ? (value: number) => exact(shortest(value)) : significant;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Last values">
    <table>
      <thead>
        <tr>
          <th scope="col">Series</th>
          <th scope="col">Last step</th>
          <th scope="col">Value</th>
          <th scope="col">Lowest</th>
          <th scope="col">Highest</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => {
          const { points, last, lastX, lowest, highest } = summarize(line);
          const some = lowest <= highest;
          return html`<tr>
            <th scope="row">${line.name}</th>
            <td>${points ? whole(lastX) : '–'}</td>
            <td>${points ? write(last) : '–'}</td>
            <td>${some ? write(lowest) : '–'}</td>
            <td>${some ? write(highest) : '–'}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

/** Says a sentence for each series, for those who do not see the picture. */
export function summary(lines: Line[]): string {
  const sentences = lines.map((line) => {
    const { points, last, lastX, lowest, highest } = summarize(line);
    return points
      ? `${line.name}: ${significant(last)} at step ${whole(lastX)}` +
          (lowest <= highest ? `, between ${significant(lowest)} and ${significant(highest)}.` : '.')
      : `${line.name}: no points yet.`;
  });
  return sentences.join(' ');
}

/** Says what the picture leaves out. */
export function notes(lines: Line[], log: boolean): string {
  const counts = lines.map(summarize);
  const gaps = counts.reduce((sum, each) => sum + each.gaps, 0);
  const below = log ? counts.reduce((sum, each) => sum + each.notPositive, 0) : 0;
  return [
    below ? `A log axis has no place for 0 and below: ${whole(below)} ${below === 1 ? 'value is' : 'values are'} left out.` : '',
    gaps
      ? `${whole(gaps)} ${gaps === 1 ? 'value is' : 'values are'} infinite, not a number (NaN) or too large to draw, and left out.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

export interface Reading {
  line: Line;
  step: number;
  y: number;
}

/** Returns the kept points nearest to a place of the axis, one for each series that is shown. */
export function readings(lines: Line[], axis: Axis, x: number): Reading[] {
  return lines.flatMap((line) => {
    const at = nearest(line.x, x, axis.of);
    return at < 0 ? [] : [{ line, step: line.x[at], y: line.y[at] }];
  });
}

export function inWords(values: Reading[], axis: Axis, x: number): string {
  const words = values.map((value) => {
    const own = axis.of(value.step) === x ? '' : ` at ${axis.write(axis.of(value.step))}`;
    return `${value.line.name} ${significant(value.y)}${own}`;
  });
  return `${axis.write(x)}: ${words.join(', ')}`;
}

export function tip(values: Reading[], axis: Axis, x: number, colours: Palette, allDigits: boolean) {
  const first = values.find((value) => axis.of(value.step) === x) ?? values[0];
  const step = first?.step ?? x;
  const place = axis.along === 'step' ? '' : `, step ${whole(step)}`;
  return html`<div class="tip">
    ${axis.write(axis.of(step))}${place}
    ${values.map(
      (value) =>
        html`<div class="tip-row">
          ${swatch(value.line, colours)}
          <span>${value.line.name}${value.step === step ? '' : ` (${axis.write(axis.of(value.step))})`}</span>
          <b>${allDigits ? exact(shortest(value.y)) : significant(value.y)}</b>
        </div>`,
    )}
  </div>`;
}
