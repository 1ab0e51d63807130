import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { hurry } from '../fields/control.js';
import { COMMANDS, type Command, Keyboard, shown } from './commands.js';
import type { CellKinds, Keys } from './dialogs.js';
import './dialogs.js';
import { Dragging } from './dragging.js';
import './sb-cell-tools.js';
import { Nearing } from './nearing.js';
import { ICONS } from './icons.js';
import { saveReport } from './report.js';
import './sb-palette.js';
import type { Palette } from './sb-palette.js';
import { style } from './style.js';

const NOTICE_MILLIS = 8000;
const FIRST_CONTROL =
  '.cm-content, input:not([readonly]), select, textarea, .cell-body button:not(:disabled), .cell-body [tabindex="0"]';

/**
 * A notebook's cells, and the one that is selected. While a cell itself has the focus, keys are commands (as in
 * JupyterLab's command mode); while a control within it has, they belong to that control.
 *
 * Cells are children with `data-cell`, and `data-own` where the student has added them. What changes the notebook is
 * asked of the server with `command` events.
 */
@customElement('sb-notebook')
export class Notebook extends LitElement {
  static styles = style;

  /** What undo and redo would do, empty where there is nothing. */
  @property() undo = '';
  @property() redo = '';
  /** Whether it can be changed. */
  @property({ type: Boolean }) readonly = false;

  @state() private notice = '';
  @state() private offersUndo = false;
  @query('sb-cell-kinds') private kinds!: CellKinds;
  @query('sb-palette') private palette!: Palette;
  @query('sb-keys') private keys!: Keys;

  private readonly keyboard = new Keyboard();
  private readonly dragging = new Dragging(this, (cell, behind) => this.send('move', cell, { behind }));
  private readonly nearing = new Nearing(this, (cells) =>
    this.dispatchEvent(new CustomEvent('near', { detail: { cells: cells.join(' ') } })),
  );
  private selected = '';
  private addBehind = '';
  private timer = 0;

  connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.pressed);
    this.addEventListener('focusin', this.focused);
    this.addEventListener('click', this.clicked);
    this.addEventListener('dblclick', this.clickedTwice);
    this.addEventListener('cell-command', this.asked);
    this.nearing.start();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.pressed);
    this.removeEventListener('focusin', this.focused);
    this.removeEventListener('click', this.clicked);
    this.removeEventListener('dblclick', this.clickedTwice);
    this.removeEventListener('cell-command', this.asked);
    this.nearing.stop();
    clearTimeout(this.timer);
  }

  /** Selects a cell once it is there, and starts to edit it if so wanted. Called by the server. */
  select(id: string, edit: boolean): void {
    requestAnimationFrame(() => {
      this.mark(id);
      this.cell()?.focus();
      this.cell()?.scrollIntoView({ block: 'nearest' });
      if (edit) {
        this.do('edit');
      }
    });
  }

  /** Says what was refused, or what has happened. Called by the server. */
  tell(sentence: string, offersUndo = false): void {
    this.notice = sentence;
    this.offersUndo = offersUndo;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.notice = ''), NOTICE_MILLIS);
  }

  /** Saves the notebook as it reads. Called by the server. */
  saveReport(html: string, title: string): void {
    void saveReport(html, title);
  }

  get cells(): HTMLElement[] {
    return ([...this.children] as HTMLElement[]).filter((child) => child.dataset.cell);
  }

  render() {
    return html`${this.readonly ? nothing : this.bar()}
      <slot @slotchange=${() => (this.mark(this.selected), this.nearing.look())}></slot>
      <div role="status" class="notice ${this.notice ? 'shown' : ''}">
        ${this.notice}
        ${this.notice && this.offersUndo && this.undo
          ? html`<button type="button" @click=${() => this.do('undo')}>Undo</button>`
          : nothing}
      </div>
      <sb-cell-kinds @chosen=${(event: CustomEvent<string>) => this.add(event.detail)}></sb-cell-kinds>
      <sb-palette></sb-palette>
      <sb-keys></sb-keys>`;
  }

  private bar() {
    const undo = this.undo ? `Undo: ${this.undo} (Z)` : 'Nothing to undo';
    const redo = this.redo ? `Redo: ${this.redo} (Shift+Z)` : 'Nothing to redo';
    return html`<div class="bar" role="toolbar" aria-label="Notebook">
      <button type="button" ?disabled=${!this.undo} title=${undo} @click=${() => this.do('undo')}>
        ${ICONS.undo} <span class="word">Undo</span>
      </button>
      <button type="button" ?disabled=${!this.redo} title=${redo} @click=${() => this.do('redo')}>
        ${ICONS.redo} <span class="word">Redo</span>
      </button>
      <button type="button" @click=${() => this.do('add-below')}>${ICONS.add} Add a cell</button>
      <button type="button" title="Run all that is stale or has not run" @click=${() => this.do('run-stale')}>
        ${ICONS.run} Run
      </button>
      <span class="gap"></span>
      <button type="button" @click=${() => this.do('palette')}>
        Commands <kbd>${shown('Ctrl+K')}</kbd>
      </button>
      <button type="button" class="wide" @click=${() => this.do('keys')}>Keys <kbd>?</kbd></button>
    </div>`;
  }

  private cell(id = this.selected): HTMLElement | undefined {
    return this.cells.find((cell) => cell.dataset.cell === id);
  }

  private mark(id: string): void {
    this.selected = id;
    const cells = this.cells;
    const first = this.cell(id) ?? cells[0];
    for (const cell of cells) {
      cell.tabIndex = cell === first ? 0 : -1;
      cell.toggleAttribute('data-selected', cell.dataset.cell === id);
    }
  }

  private readonly focused = (event: Event) => {
    const cell = this.cellOf(event);
    if (cell && cell.dataset.cell !== this.selected) {
      this.mark(cell.dataset.cell!);
    }
  };

  /** A click beside a cell's controls selects the cell, unless it was to select text. */
  private readonly clicked = (event: Event) => {
    const cell = this.cellOf(event);
    if (cell && !cell.contains(document.activeElement) && getSelection()?.isCollapsed !== false) {
      cell.focus({ preventScroll: true });
    }
  };

  private readonly clickedTwice = (event: Event) => {
    const inside = event.composedPath()[0];
    if (inside instanceof Element && inside.matches('.cell-name') && this.cellOf(event)?.hasAttribute('data-own')) {
      this.do('rename');
    } else if (this.cellOf(event)?.matches('.cell-note') && inside instanceof Element && !inside.closest('.cm-editor, button')) {
      this.do('edit');
    }
  };

  private cellOf(event: Event): HTMLElement | undefined {
    const path = event.composedPath();
    return this.cells.find((cell) => path.includes(cell));
  }

  private readonly asked = (event: Event) => {
    const cell = this.cellOf(event);
    if (cell) {
      this.mark(cell.dataset.cell!);
      this.do((event as CustomEvent<{ name: string }>).detail.name);
    }
  };

  private get asks(): boolean {
    return [this.kinds, this.palette, this.keys].some((dialog) => dialog?.open);
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const elsewhere = document.querySelector('vaadin-confirm-dialog[opened], vaadin-dialog[opened]');
    if (event.defaultPrevented || elsewhere || this.readonly || this.asks) {
      return;
    }
    const onButton = event.composedPath()[0] instanceof HTMLElement && (event.composedPath()[0] as HTMLElement).matches('button, a, summary');
    const command = this.keyboard.command(event);
    if (!command || (command.name === 'edit' && (onButton || !this.isSelectedFocused()))) {
      return;
    }
    if (command.name === 'leave' && this.isSelectedFocused()) {
      return;
    }
    event.preventDefault();
    this.do(command.name);
  };

  private isSelectedFocused(): boolean {
    return document.activeElement === this.cell();
  }

  /** Does what a command says to the selected cell. */
  private do(name: string): void {
    const actions: Record<string, () => void> = {
      'run-next': () => (this.run(), this.step(1)),
      run: () => this.run(),
      'run-add': () => (this.run(), this.offer(this.selected)),
      stop: () => this.send('stop'),
      'run-all': () => (hurry(), this.send('run-all')),
      'run-stale': () => (hurry(), this.send('run-stale')),
      'reset-all': () => this.send('reset-all'),
      history: () => this.send('history'),
      edit: () => this.edit(),
      leave: () => (hurry(), this.cell()?.focus(), this.cell()?.dispatchEvent(new CustomEvent('left'))),
      'add-above': () => this.offer(this.above(this.selected)),
      'add-below': () => this.offer(this.selected || (this.cells.at(-1)?.dataset.cell ?? '')),
      previous: () => this.step(-1),
      next: () => this.step(1),
      up: () => this.move(-1),
      down: () => this.move(1),
      delete: () => this.drop('delete'),
      cut: () => this.drop('cut'),
      undo: () => this.undo && this.send('undo'),
      redo: () => this.redo && this.send('redo'),
      save: () => (hurry(), this.tell('What you typed is on its way; “Saved” says when it is stored.')),
      palette: () => this.openPalette(),
      keys: () => this.keys.show(),
      paste: () => this.send('paste', '', { behind: this.selected }),
    };
    (actions[name] ?? (() => this.selected && this.send(name, this.selected)))();
  }

  private send(name: string, cell = '', more: { kind?: string; behind?: string } = {}): void {
    const detail = { name, cell, kind: '', behind: '', ...more };
    this.dispatchEvent(new CustomEvent('command', { detail }));
  }

  private run(): void {
    hurry();
    const cell = this.cell();
    cell?.dispatchEvent(new CustomEvent('left'));
    if (cell?.hasAttribute('data-unbuilt')) {
      this.send('restart', this.selected);
    }
    const button = cell?.querySelector<HTMLButtonElement>('.run-bar .primary:not(:disabled)');
    if (button && button.textContent !== 'Pause') {
      button.click();
    }
  }

  private edit(): void {
    const cell = this.cell();
    if (cell?.matches('.folded')) {
      this.send('fold', this.selected);
    }
    if (cell?.matches('.cell-note')) {
      this.send('edit', this.selected);
    } else {
      cell?.querySelector<HTMLElement>(FIRST_CONTROL)?.focus();
    }
  }

  private step(by: number): void {
    const cells = this.cells;
    const index = cells.findIndex((cell) => cell.dataset.cell === this.selected);
    const next = cells[Math.min(cells.length - 1, Math.max(0, index + by))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  }

  /** The cell above another one; empty at the top. */
  private above(id: string): string {
    const ids = this.cells.map((cell) => cell.dataset.cell!);
    return ids[ids.indexOf(id) - 1] ?? '';
  }

  private move(by: number): void {
    if (this.isOwn()) {
      const ids = this.cells.map((cell) => cell.dataset.cell!);
      const index = ids.indexOf(this.selected);
      const behind = by < 0 ? (ids[index - 2] ?? '') : ids[index + 1];
      if (behind !== undefined && !(by < 0 && index === 0)) {
        this.send('move', this.selected, { behind });
      }
    }
  }

  private drop(name: string): void {
    if (this.isOwn()) {
      const id = this.selected;
      const neighbour = this.cell()?.nextElementSibling ?? this.cell()?.previousElementSibling;
      this.send(name, id);
      this.mark((neighbour as HTMLElement | null)?.dataset.cell ?? '');
      this.cell()?.focus({ preventScroll: true });
      this.tell(`${name === 'cut' ? 'Cut' : 'Deleted'} “${id}”.`, true);
    }
  }

  private isOwn(): boolean {
    const own = this.cell()?.hasAttribute('data-own') ?? false;
    if (this.selected && !own) {
      this.tell('This cell is the author’s: it stays where it is. Press C and V for a copy of your own.');
    }
    return own;
  }

  private offer(behind: string): void {
    this.addBehind = behind;
    this.kinds.show();
  }

  private add(kind: string): void {
    this.send('add', '', { kind, behind: this.addBehind });
  }

  private openPalette(): void {
    const own = this.cell()?.hasAttribute('data-own') ?? false;
    const usable = (command: Command) => command.name !== 'palette' && command.name !== 'leave' && (own || !command.own);
    this.palette.show([
      ...COMMANDS.filter(usable).map(({ name, words, keys }) => ({ words, keys, run: () => this.do(name) })),
      ...this.cells
        .filter((cell) => cell.dataset.name)
        .map((cell) => ({
          words: `Go to ${cell.dataset.name}`,
          keys: [],
          run: () => this.select(cell.dataset.cell!, false),
        })),
    ]);
  }
}
