import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { flushControls } from '../fields/control.js';
import type { SaveState } from '../fields/sb-save-state.js';
import { isWorkbench, onWorkbenchChange, setWorkbench } from '../workbench/mode.js';
import { type Command, Keyboard, commandsOf } from './commands.js';
import type { CellKinds, Keys } from './dialogs.js';
import './dialogs.js';
import { Dragging } from './dragging.js';
import './sb-cell-tools.js';
import { LazyCells } from './lazy-cells.js';
import type { CommandMessage, NearMessage } from './messages.js';
import { Printing } from './printing.js';
import { saveReport } from './report.js';
import './sb-palette.js';
import type { Palette } from './sb-palette.js';
import { FocusRestorer } from './focus-restorer.js';
import { Selection } from './selection.js';
import { style } from './style.js';
import { toolbar } from './toolbar.js';

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

  /** The changes that undo and redo would make, empty where there are none. */
  @property() undo = '';
  @property() redo = '';
  /** The page's own number, which it keeps when it is sent again. */
  @property({ type: Number }) page = 0;
  /** True if it cannot be changed. */
  @property({ type: Boolean }) readonly = false;
  /** True if it is an author's exercise, which a student sees alone until the workbench is wanted. */
  @property({ type: Boolean }) exercise = false;

  @state() private notice = '';
  @state() private offersUndo = false;
  @query('sb-cell-kinds') private kinds!: CellKinds;
  @query('sb-palette') private palette!: Palette;
  @query('sb-keys') private keys!: Keys;

  private readonly selection = new Selection(this);
  private readonly focusRestorer = new FocusRestorer(this.selection);
  private readonly keyboard = new Keyboard();
  private readonly dragging = new Dragging(this, (cell, behind) => this.send('move', cell, { behind }));
  private readonly lazyCells = new LazyCells(this, (cells) =>
    this.dispatchEvent(new CustomEvent<NearMessage>('near', { detail: { cells: cells.join(' ') } })),
  );
  private readonly printing = new Printing(this.lazyCells);
  private addBehind = '';
  private timer = 0;
  private stopModes?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.stopModes = onWorkbenchChange(() => this.requestUpdate());
    document.addEventListener('keydown', this.pressed);
    this.addEventListener('focusin', this.focused);
    this.addEventListener('click', this.clicked);
    this.addEventListener('dblclick', this.clickedTwice);
    this.addEventListener('cell-command', this.asked);
    this.focusRestorer.start();
    this.dragging.start();
    this.lazyCells.start();
    this.printing.start();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopModes?.();
    document.removeEventListener('keydown', this.pressed);
    this.removeEventListener('focusin', this.focused);
    this.removeEventListener('click', this.clicked);
    this.removeEventListener('dblclick', this.clickedTwice);
    this.removeEventListener('cell-command', this.asked);
    this.focusRestorer.stop(this.page);
    this.lazyCells.stop();
    this.printing.stop();
    clearTimeout(this.timer);
  }

  protected firstUpdated(): void {
    this.focusRestorer.arrive(this.page);
  }

  /** Selects a cell once it is there, and starts to edit it if so wanted. Called by the server. */
  select(id: string, edit: boolean): void {
    requestAnimationFrame(() => {
      this.selection.mark(id);
      this.selection.cell?.focus();
      this.selection.cell?.scrollIntoView({ block: 'nearest' });
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
    return this.selection.cells;
  }

  private get alone(): boolean {
    return this.exercise && !isWorkbench();
  }

  private get commands(): Command[] {
    return commandsOf(this.exercise, this.alone);
  }

  render() {
    return html`${this.readonly || this.alone ? nothing : toolbar(this.undo, this.redo, (name) => this.do(name))}
      <slot @slotchange=${this.changed}></slot>
      <div role="status" class="notice ${this.notice ? 'shown' : ''}">
        ${this.notice}
        ${this.notice && this.offersUndo && this.undo
          ? html`<button type="button" @click=${() => this.do('undo')}>Undo</button>`
          : nothing}
      </div>
      <sb-cell-kinds @chosen=${(event: CustomEvent<string>) => this.add(event.detail)}></sb-cell-kinds>
      <sb-palette></sb-palette>
      <sb-keys .commands=${this.commands}></sb-keys>`;
  }

  private readonly changed = () => {
    this.selection.mark();
    this.lazyCells.look();
  };

  private readonly focused = (event: Event) => {
    const cell = this.selection.of(event);
    if (cell && cell.dataset.cell !== this.selected) {
      this.selection.mark(cell.dataset.cell);
    }
  };

  /** Selects a cell on a click outside its controls, unless the click selected text. */
  private readonly clicked = (event: Event) => {
    const cell = this.selection.of(event);
    const pressed = event.composedPath()[0];
    if (pressed instanceof Element && pressed.matches('.run-bar .primary')) {
      pressed.closest('.run-panel')?.querySelector('.run-charts > *')?.scrollIntoView({ block: 'nearest' });
    }
    if (cell && !cell.contains(document.activeElement) && getSelection()?.isCollapsed !== false) {
      cell.focus({ preventScroll: true });
    }
  };

  private readonly clickedTwice = (event: Event) => {
    const inside = event.composedPath()[0];
    if (inside instanceof Element && inside.matches('.cell-name') && this.selection.of(event)?.hasAttribute('data-own')) {
      this.do('rename');
    } else if (
      this.selection.of(event)?.matches('.cell-note') &&
      inside instanceof Element &&
      !inside.closest('.cm-editor, button')
    ) {
      this.do('edit');
    }
  };

  private readonly asked = (event: Event) => {
    const cell = this.selection.of(event);
    if (cell) {
      this.selection.mark(cell.dataset.cell);
      this.do((event as CustomEvent<{ name: string }>).detail.name);
    }
  };

  private get selected(): string {
    return this.selection.cell ? this.selection.id : ''; // undo may have taken it away
  }

  private get asks(): boolean {
    return [this.kinds, this.palette, this.keys].some((dialog) => dialog?.open);
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const elsewhere = document.querySelector('vaadin-confirm-dialog[opened], vaadin-dialog[opened], [popover=auto]:popover-open');
    if (event.defaultPrevented || elsewhere || this.readonly || this.asks || this.focusRestorer.holdsKeys) {
      return;
    }
    const onButton =
      event.composedPath()[0] instanceof HTMLElement && (event.composedPath()[0] as HTMLElement).matches('button, a, summary');
    const command = this.keyboard.command(event);
    if (!command || !this.commands.includes(command) || (command.name === 'edit' && (onButton || !this.selection.isFocused))) {
      return;
    }
    if (command.name === 'leave' && this.selection.isFocused) {
      return;
    }
    event.preventDefault();
    this.do(command.name);
  };

  /** Does what a command says to the selected cell. */
  private do(name: string): void {
    const actions: Record<string, () => void> = {
      'run-next': () => {
        this.run();
        this.selection.step(1);
      },
      run: () => this.run(),
      'run-add': () => {
        this.run();
        this.offer(this.selected);
      },
      stop: () => this.send('stop'),
      'run-all': () => this.hurryAndSend('run-all'),
      'run-stale': () => this.hurryAndSend('run-stale'),
      'reset-all': () => this.send('reset-all'),
      history: () => this.send('history'),
      print: () => void this.printing.print(),
      edit: () => this.edit(),
      leave: () => this.leave(),
      'add-above': () => this.offer(this.selection.above),
      'add-below': () => this.offer(this.selected || (this.selection.cells.at(-1)?.dataset.cell ?? '')),
      previous: () => this.selection.step(-1),
      next: () => this.selection.step(1),
      up: () => this.move(-1),
      down: () => this.move(1),
      delete: () => this.drop('delete'),
      cut: () => this.drop('cut'),
      undo: () => this.undo && this.send('undo'),
      redo: () => this.redo && this.send('redo'),
      save: () => this.save(),
      palette: () => this.openPalette(),
      workbench: () => setWorkbench(!isWorkbench()),
      keys: () => this.keys.show(),
      paste: () => this.send('paste', '', { behind: this.selected }),
    };
    (actions[name] ?? (() => this.selected && this.send(name, this.selected)))();
  }

  private hurryAndSend(name: string): void {
    flushControls();
    this.send(name);
  }

  private save(): void {
    flushControls();
    this.tell(document.querySelector<SaveState>('sb-save-state')?.account ?? '');
  }

  private leave(): void {
    flushControls();
    this.selection.cell?.focus();
    this.selection.cell?.dispatchEvent(new CustomEvent('left'));
  }

  private send(name: string, cell = '', more: { kind?: string; behind?: string } = {}): void {
    const detail = { name, cell, kind: '', behind: '', ...more };
    this.dispatchEvent(new CustomEvent<CommandMessage>('command', { detail }));
  }

  private run(): void {
    flushControls();
    const cell = this.selection.cell;
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
    const cell = this.selection.cell;
    if (cell?.matches('.folded')) {
      this.send('fold', this.selected);
    }
    if (cell?.matches('.cell-note')) {
      this.send('edit', this.selected);
    } else {
      cell?.querySelector<HTMLElement>(FIRST_CONTROL)?.focus();
    }
  }

  private move(by: number): void {
    const behind = this.selection.behindAfter(by);
    if (this.isOwn() && behind !== undefined) {
      this.send('move', this.selected, { behind });
    }
  }

  private drop(name: string): void {
    if (this.isOwn()) {
      const id = this.selected;
      const neighbour = this.selection.cell?.nextElementSibling ?? this.selection.cell?.previousElementSibling;
      this.send(name, id);
      this.selection.mark((neighbour as HTMLElement | null)?.dataset.cell ?? '');
      this.selection.cell?.focus({ preventScroll: true });
      this.tell(`${name === 'cut' ? 'Cut' : 'Deleted'} “${id}”.`, true);
    }
  }

  private isOwn(): boolean {
    const own = this.selection.isOwn;
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
    const own = this.selection.isOwn;
    const usable = (command: Command) => command.name !== 'palette' && command.name !== 'leave' && (own || !command.own);
    this.palette.offer([
      ...this.commands.filter(usable).map(({ name, words, keys, also }) => ({
        words,
        keys,
        also,
        run: () => this.do(name),
      })),
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
