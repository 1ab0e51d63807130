/** The Playground's controls as native ones with labels. */
import { html, nothing } from 'lit';
import { base64Of } from '../base64.js';
import { isChecked, valueOf } from '../event-values.js';
import { SIGNED } from '../fields/input-mode.js';
import { words } from './layers.js';
import type { Entry } from './messages.js';
import type { PlaygroundContext } from './playground-context.js';

const MOST_BYTES = 600_000;

export type Change = (text: string) => void;

/** The style, words and label of a button that reads a file, and the kinds of files that it takes. */
export interface FileButton {
  style: string;
  words: string;
  label: string;
  accept: string;
}

export function select(label: string, key: string, value: string, options: Entry[], change: Change) {
  const known = options.some((option) => option.key === value);
  return html`<label class="pg-field" data-control=${key}>
    <span>${label}</span>
    <select .value=${value} @change=${(event: Event) => change(valueOf(event))}>
      ${known ? nothing : html`<option value=${value} selected>${value || '–'}</option>`}
      ${options.map((option) => html`<option value=${option.key} ?selected=${option.key === value}>${option.title}</option>`)}
    </select>
  </label>`;
}

export function named(names: string[]): Entry[] {
  return names.map((name) => ({ key: name, title: words(name) }));
}

/** Returns a choice of numbers, with the current one among them. */
export function numbers(values: number[], value: string): Entry[] {
  const all = values.includes(Number(value)) ? values : [...values, Number(value)].sort((a, b) => a - b);
  return all.map((each) => ({ key: each === Number(value) ? value : String(each), title: plain(each) }));
}

function plain(value: number): string {
  return value >= 1e-6 || value === 0 ? String(Number(value.toFixed(6))) : value.toExponential();
}

export function slider(
  label: string,
  key: string,
  { min, max, step, unit }: { min: number; max: number; step: number; unit: string },
  value: string,
  change: Change,
) {
  return html`<label class="pg-slider" data-control=${key}>
    <span>${label} <b>${value}${unit}</b></span>
    <input
      type="range"
      min=${min}
      max=${Math.max(max, Number(value))}
      step=${step}
      .value=${value}
      aria-valuetext="${value}${unit}"
      @input=${(event: Event) => change(valueOf(event))}
    />
  </label>`;
}

export function check(label: string, key: string, value: string, change: Change) {
  return html`<label class="pg-check" data-control=${key}>
    <input type="checkbox" .checked=${value === 'yes'} @change=${(event: Event) => change(isChecked(event) ? 'yes' : 'no')} />
    ${label}
  </label>`;
}

/** Draws a box for a number; with a placeholder, 0 stands for none. */
export function box(label: string, key: string, value: string, change: Change, placeholder = '') {
  return html`<label class="pg-field" data-control=${key}>
    <span>${label}</span>
    <input
      type="text"
      inputmode=${SIGNED}
      placeholder=${placeholder}
      .value=${placeholder && value === '0' ? '' : value}
      @change=${(event: Event) => change(valueOf(event).trim() || '0')}
    />
  </label>`;
}

/** Draws a button that reads a file of the person's, as base64. */
export function fileButton(context: PlaygroundContext, look: FileButton, take: (bytes: string) => void) {
  const read = async ({ target }: Event) => {
    const box = target as HTMLInputElement;
    const file = box.files?.[0];
    if (file && file.size > MOST_BYTES) {
      context.say(`“${file.name}” is larger than 600 kB. Take a part of it.`);
    } else if (file) {
      context.say('');
      take(await base64Of(file));
    }
    box.value = '';
  };
  return html`<label class="${look.style} pg-file"
    >${look.words}<input type="file" accept=${look.accept} aria-label=${look.label} @change=${read}
  /></label>`;
}
