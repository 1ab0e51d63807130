import katex from 'katex';

/**
 * A stretch of text with maths. The server gives HTML that it has made safe; this element only sets the formulas, which
 * stand in it as `<span class="math" data-display="true|false">TeX</span>`. A formula that can't be read stays as
 * written.
 */
class Prose extends HTMLElement {
  set html(safe: string) {
    this.innerHTML = safe;
    this.querySelectorAll<HTMLElement>('.math').forEach(typeset);
    this.querySelectorAll('table').forEach(scrollable);
  }
}

function typeset(formula: HTMLElement) {
  const tex = formula.textContent ?? '';
  const displayMode = formula.dataset.display === 'true';
  try {
    katex.render(tex, formula, { displayMode, throwOnError: true, output: 'htmlAndMathml', trust: false, maxSize: 20, maxExpand: 200 });
    if (displayMode) {
      formula.tabIndex = formula.scrollWidth > formula.clientWidth ? 0 : -1;
    }
  } catch {
    formula.textContent = tex;
    formula.classList.add('math-error');
    formula.title = 'This formula has a mistake in it.';
  }
}

function scrollable(table: HTMLTableElement) {
  const box = document.createElement('div');
  box.className = 'scrolls';
  table.replaceWith(box);
  box.append(table);
}

customElements.define('sb-prose', Prose);
