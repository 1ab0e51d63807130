import { html, nothing, svg } from 'lit';
import { significant, tick } from '../format.js';
import { type PlaneColours, ramp } from './colours.js';
import type { Scale } from './paint.js';
import { shape } from './shapes.js';
import { type Subject, outputInWords } from './words.js';

const TABLE = [0.1, 0.3, 0.5, 0.7, 0.9];

function mark(index: number, fill: string, stroke: string) {
  return html`<svg viewBox="0 0 14 14" aria-hidden="true">
    ${svg`<path d=${shape(index, 7, 7, 4.6)} fill=${fill} stroke=${stroke} stroke-width="1.7" stroke-linejoin="round" />`}
  </svg>`;
}

function ring(colours: PlaneColours) {
  return html`<svg viewBox="0 0 14 14" aria-hidden="true">
    ${svg`<circle cx="7" cy="7" r="5.4" fill="none" stroke=${colours.wrong} stroke-width="2" />`}
  </svg>`;
}

export function legend({ points, classNames }: Subject, colours: PlaneColours) {
  const validation = points.some((point) => point.validation);
  const kind = classNames.length ? colours.quiet : colours.text;
  return points.length
    ? html`<ul class="legend" aria-label="Points">
        ${classNames.map((name, i) => {
          const colour = colours.classes[i % colours.classes.length];
          return html`<li>${mark(i, colour, colour)}${name}</li>`;
        })}
        ${validation
          ? html`<li>${mark(0, colours.quiet, colours.quiet)}training</li>
              <li>${mark(0, colours.surface, kind)}validation</li>`
          : nothing}
        ${points.some((point) => point.wrong) ? html`<li>${ring(colours)}wrong</li>` : nothing}
      </ul>`
    : nothing;
}

/** Draws the colours of the output, from low to high. */
export function colourBar({ low, middle, high }: Scale, classNames: string[], colours: PlaneColours) {
  const table = ramp(colours);
  const stops = [0, 64, 127, 128, 192, 255].map((i) => `rgb(${table[i]}) ${(100 * i) / 255}%`);
  const [first, second] = classNames.length === 2 ? classNames.map((name) => ` ${name}`) : ['', ''];
  return html`<div class="bar" style="--ramp: linear-gradient(90deg, ${stops.join(', ')})">
    <span>${tick(low)}${first}</span><span>output ${tick(middle)}</span><span>${tick(high)}${second}</span>
  </div>`;
}

/** Draws the output at five times five places: the picture in numbers. */
export function table(subject: Subject) {
  const { frame, xName, yName } = subject;
  const at = (share: number, from: number, to: number) => significant(from + share * (to - from), 3);
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Output as a table">
    <table>
      <thead>
        <tr>
          <th scope="col">${yName} \\ ${xName}</th>
          ${TABLE.map((across) => html`<th scope="col">${at(across, frame.xMin, frame.xMax)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${[...TABLE].reverse().map(
          (up) =>
            html`<tr>
              <th scope="row">${at(up, frame.yMin, frame.yMax)}</th>
              ${TABLE.map((across) => html`<td>${outputInWords(subject, across, up)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
