import { html, nothing, svg } from 'lit';
import { exact, significant, whole } from '../format.js';
import { type Palette, dash, toneColour } from './palette.js';
import { nearest, summarize } from './reading.js';
import type { Line } from './series-store.js';

export function swatch(line: Line, colours: Palette) {
  return html`<svg viewBox="0 0 26 10" width="26" height="10" aria-hidden="true">
    ${svg`<path d="M0 5h26" fill="none" stroke=${toneColour(colours, line.tone)} stroke-width="2.5"
      stroke-dasharray=${dash(line).join(' ') || nothing} />`}
  </svg>`;
}

export function legend(lines: Line[], hidden: ReadonlySet<string>, colours: Palette, toggle: (id: string) => void) {
  return html`<ul class=${lines.length > 4 ? 'legend many' : 'legend'} aria-label="Series, press to hide or show">
    ${lines.map(
      (line) =>
        html`<li>
          <button type="button" aria-pressed=${!hidden.has(line.id)} @click=${() => toggle(line.id)}>
            ${swatch(line, colours)}<span>${line.name}</span>
            <span class="value" aria-hidden="true">${line.y.length ? significant(line.y[line.y.length - 1]) : ''}</span>
          </button>
        </li>`,
    )}
  </ul>`;
}

/** The numbers behind the picture, in words: the last, lowest and highest value of every series. */
export function table(lines: Line[], xName: string, allDigits: boolean) {
  const write = allDigits ? exact : significant;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Last values">
    <table>
      <thead>
        <tr>
          <th scope="col">Series</th>
          <th scope="col">Last ${xName}</th>
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

/** One sentence for each series, for those who do not see the picture. */
export function summary(lines: Line[], xName: string): string {
  const sentences = lines.map((line) => {
    const { points, last, lastX, lowest, highest } = summarize(line);
    return points
      ? `${line.name}: ${significant(last)} at ${xName} ${whole(lastX)}` +
          (lowest <= highest ? `, between ${significant(lowest)} and ${significant(highest)}.` : '.')
      : `${line.name}: no points yet.`;
  });
  return sentences.join(' ');
}

/** What the picture leaves out, said in words. */
export function notes(lines: Line[], log: boolean): string {
  const counts = lines.map(summarize);
  const gaps = counts.reduce((sum, each) => sum + each.gaps, 0);
  const below = log ? counts.reduce((sum, each) => sum + each.notPositive, 0) : 0;
  return [
    below ? `A log axis has no place for 0 and below: ${whole(below)} ${below === 1 ? 'value is' : 'values are'} left out.` : '',
    gaps ? `${whole(gaps)} ${gaps === 1 ? 'value is' : 'values are'} not finite or too large to draw: a gap.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

export interface Reading {
  line: Line;
  x: number;
  y: number;
}

/** The kept points nearest to x, one for each series that is shown. */
export function readings(lines: Line[], x: number): Reading[] {
  return lines.flatMap((line) => {
    const at = nearest(line.x, x);
    return at < 0 ? [] : [{ line, x: line.x[at], y: line.y[at] }];
  });
}

export function inWords(values: Reading[], xName: string, x: number): string {
  const words = values.map(
    (value) => `${value.line.name} ${significant(value.y)}${value.x === x ? '' : ` at ${xName} ${whole(value.x)}`}`,
  );
  return `${xName} ${whole(x)}: ${words.join(', ')}`;
}

export function tip(values: Reading[], xName: string, x: number, colours: Palette, allDigits: boolean) {
  const at = values.some((value) => value.x === x) ? x : (values[0]?.x ?? x);
  return html`<div class="tip">
    ${xName} ${whole(at)}
    ${values.map(
      (value) =>
        html`<div class="tip-row">
          ${swatch(value.line, colours)}
          <span>${value.line.name}${value.x === at ? '' : ` (${xName} ${whole(value.x)})`}</span>
          <b>${allDigits ? exact(value.y) : significant(value.y)}</b>
        </div>`,
    )}
  </div>`;
}
