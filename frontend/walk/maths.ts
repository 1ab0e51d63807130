import { html } from 'lit';
import '../prose/sb-prose.js';

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Sets a formula by the lab's element for text with maths. */
export function maths(tex: string, display = false) {
  const safe = tex.replace(/[&<>]/g, (sign) => ESCAPED[sign]);
  return html`<sb-prose .html=${`<span class="math" data-display="${display}">${safe}</span>`}></sb-prose>`;
}
