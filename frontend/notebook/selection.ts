/** The cells of a notebook in their order, and the one that is selected. */
export class Selection {
  /** The selected cell, empty where none is. */
  id = '';

  constructor(private readonly notebook: HTMLElement) {}

  get cells(): HTMLElement[] {
    return ([...this.notebook.children] as HTMLElement[]).filter((child) => child.dataset.cell);
  }

  get cell(): HTMLElement | undefined {
    return this.cells.find((cell) => cell.dataset.cell === this.id);
  }

  /** True if the cell itself has the focus, and no control in it. */
  get isFocused(): boolean {
    return document.activeElement === this.cell;
  }

  /** True if the student has added it. */
  get isOwn(): boolean {
    return this.cell?.hasAttribute('data-own') ?? false;
  }

  /** Selects a cell; the tabulator goes to it, or to the first one where it is not there. */
  mark(id = this.id): void {
    this.id = id;
    const cells = this.cells;
    const first = this.cell ?? cells[0];
    for (const cell of cells) {
      cell.tabIndex = cell === first ? 0 : -1;
      cell.toggleAttribute('data-selected', cell.dataset.cell === id);
    }
  }

  /** Returns the cell of an event. */
  of(event: Event): HTMLElement | undefined {
    const path = event.composedPath();
    return this.cells.find((cell) => path.includes(cell));
  }

  /** Goes so many cells down. */
  step(by: number): void {
    const cells = this.cells;
    const next = cells[Math.min(cells.length - 1, Math.max(0, cells.findIndex(({ dataset }) => dataset.cell === this.id) + by))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  }

  /** The cell above the selected one; empty at the top. */
  get above(): string {
    return this.neighbour(-1) ?? '';
  }

  /** Returns the cell behind which the selected one stands after a move, empty for the top, undefined if it cannot move. */
  behindAfter(by: number): string | undefined {
    const index = this.cells.findIndex(({ dataset }) => dataset.cell === this.id);
    if (by < 0) {
      return index > 0 ? (this.neighbour(-2) ?? '') : undefined;
    }
    return this.neighbour(1);
  }

  private neighbour(by: number): string | undefined {
    const ids = this.cells.map((cell) => cell.dataset.cell!);
    return ids[ids.indexOf(this.id) + by];
  }
}
