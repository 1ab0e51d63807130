import katex from 'katex';

const WIDE = '.math[data-display="true"], .scrolls';

/**
 * A stretch of text with maths. The server gives HTML that it has made safe; this element only sets the formulas, which
 * stand in it as `<span class="math" data-display="true|false">TeX</span>`. A formula that can't be read stays as
 * written. What is wider than the column scrolls in itself, and can then be reached with the keyboard.
 */
class Prose extends HTMLElement {
  private readonly observer = new ResizeObserver((changes) => changes.forEach(({ target }) => reachable(target)));

  set html(safe: string) {
    this.observer.disconnect();
    this.innerHTML = safe;
    this.querySelectorAll<HTMLElement>('.math').forEach(typeset);
    this.querySelectorAll('table').forEach(scrollable);
    this.querySelectorAll(`${WIDE}, pre`).forEach((box) => this.observer.observe(box));
  }
}

function typeset(formula: HTMLElement): void {
  const tex = formula.textContent ?? '';
  const displayMode = formula.dataset.display === 'true';
  try {
    katex.render(tex, formula, {
      displayMode,
      throwOnError: true,
      output: 'htmlAndMathml',
      strict: 'ignore',
      trust: false,
      maxSize: 20,
      maxExpand: 200,
    });
  } catch {
    formula.textContent = tex;
    formula.classList.add('math-error');
    formula.title = 'This formula has a mistake in it.';
  }
}

function scrollable(table: HTMLTableElement): void {
  const box = document.createElement('div');
  box.className = 'scrolls';
  table.replaceWith(box);
  box.append(table);
}

function reachable(box: Element): void {
  if (box.scrollWidth > box.clientWidth + 1) {
    box.setAttribute('tabindex', '0');
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', box.querySelector('table') ? 'Table, scrolls sideways' : 'Scrolls sideways');
  } else {
    ['tabindex', 'role', 'aria-label'].forEach((name) => box.removeAttribute(name));
  }
}

customElements.define('sb-prose', Prose);
