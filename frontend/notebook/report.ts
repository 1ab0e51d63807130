import { download, fileName } from '../download.js';

const TONES = 8;

const STYLE = `
:root { color-scheme: light dark; --ground: light-dark(#fff, #14181f); }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif;
  color: light-dark(#1b212b, #e6e9ef); background: var(--ground); }
h1, h2, h3 { line-height: 1.25; }
h2 { font-size: 1.15rem; }
section { margin-block: 1.5rem; padding: 0.25rem 1rem 1rem; border: 1px solid light-dark(#d5dae2, #39414d);
  border-radius: 0.6rem; }
pre { overflow-x: auto; padding: 0.75rem; background: light-dark(#f3f5f8, #1d232c); border-radius: 0.4rem; }
code { font-family: ui-monospace, monospace; font-size: 0.9em; }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 0.9rem 0.25rem 0; text-align: start; font-weight: 400; vertical-align: top; }
td { font-variant-numeric: tabular-nums; }
img, svg { max-width: 100%; }
math[display="block"] { margin-block: 0.75rem; overflow-x: auto; }
figure { margin: 1.25rem 0 0; }
figcaption { font-weight: 600; }
.stale { padding-inline-start: 0.75rem; border-inline-start: 3px solid light-dark(#8a5a00, #efc055); }
.chart .grid { stroke: currentColor; opacity: 0.18; }
.chart .line { fill: none; stroke-width: 1.8; }
.chart .faint { stroke-width: 1.2; opacity: 0.5; }
.chart text { font-size: 12px; fill: currentColor; }
.panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 0.5rem 1rem; }
.panels-name { margin: 0.75rem 0 0; }
.chart .ground { fill: var(--ground); }
.chart .ridge { fill: currentColor; fill-opacity: 0.06; stroke-width: 1.2; stroke-opacity: 0.6; }
.chart .newest { fill-opacity: 0.3; stroke-width: 2; stroke-opacity: 1; }
.chart .halo { fill: none; stroke: var(--ground); stroke-width: 5; stroke-opacity: 0.85; }
.chart .past { fill: none; stroke: currentColor; stroke-width: 2; }
.chart .ahead { fill: none; stroke-width: 1.5; stroke-dasharray: 3 3; }
.chart .shaft { fill: none; stroke-width: 4; }
.chart .head, .chart .dot { fill: currentColor; stroke: var(--ground); stroke-width: 1.2; stroke-dasharray: none; }
.chart .here { fill: var(--ground); stroke: currentColor; stroke-width: 2.5; }
@media (max-width: 34rem) {
  body { margin-block: 1rem; padding: 0 0.5rem; }
  section { padding-inline: 0.5rem; }
  .chart text { font-size: 13px; }
  .chart.wide text { font-size: 16px; }
}
@media print { h1, h2, h3, figcaption, .panels-name { break-after: avoid; } body { margin: 0; max-width: none; } section, figure { break-inside: avoid; } pre { white-space: pre-wrap; } }
`;

/** Saves a notebook as one HTML file that needs nothing else: formulas as MathML, pictures within it. */
export async function saveReport(body: string, title: string): Promise<void> {
  const page = new DOMParser().parseFromString(body, 'text/html');
  const { default: katex } = await import('katex');
  page.querySelectorAll<HTMLElement>('.math').forEach((formula) => {
    const displayMode = formula.dataset.display === 'true';
    const settings = {
      displayMode,
      output: 'mathml',
      throwOnError: false,
      trust: false,
      maxExpand: 200,
      maxSize: 20,
    } as const;
    formula.innerHTML = katex.renderToString(formula.textContent ?? '', settings);
  });
  await Promise.all([...page.querySelectorAll('img')].map(embed));
  const heading = page.createElement('h1');
  heading.textContent = title;
  page.body.prepend(heading);
  page.title = title;
  page.head.insertAdjacentHTML('afterbegin', '<meta charset="utf-8"><meta name="viewport" content="width=device-width">');
  const style = page.createElement('style');
  style.textContent = STYLE + tones();
  page.head.append(style);
  page.documentElement.lang = 'en';
  const html = `<!doctype html>\n${page.documentElement.outerHTML}\n`;
  download(new Blob([html], { type: 'text/html' }), fileName(title, 'html'));
}

/** Returns the colours of lines in both schemes of the theme. */
function tones(): string {
  const theme = getComputedStyle(document.documentElement);
  const colour = (place: number) => theme.getPropertyValue(`--sb-series-${place}`);
  const tone = (place: number) => `.tone-${place} { color: ${colour(place)}; stroke: ${colour(place)}; }`;
  return Array.from({ length: TONES }, (_, index) => tone(index + 1)).join('\n');
}

/** Puts a picture into the page; one that can't be loaded is left out, and its words stay. */
async function embed(image: HTMLImageElement): Promise<void> {
  try {
    const response = await fetch(image.getAttribute('src') ?? '');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const type = response.headers.get('Content-Type') ?? '';
    if (!response.ok || !type.startsWith('image/')) {
      throw new Error('This is no picture.');
    }
    image.src = `data:${type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
  } catch {
    image.replaceWith(image.alt);
  }
}
