/** Moves an own cell by dragging its handle; a line shows where it would stand. */
export class Dragging {
  private cell?: HTMLElement;
  private behind = '';

  constructor(
    private readonly notebook: HTMLElement & { readonly cells: HTMLElement[] },
    private readonly drop: (cell: string, behind: string) => void,
  ) {}

  /** Listens to the notebook; once is enough. */
  start(): void {
    this.notebook.addEventListener('dragstart', this.grab);
    this.notebook.addEventListener('dragover', this.over);
    this.notebook.addEventListener('drop', this.end);
    this.notebook.addEventListener('dragend', this.forget);
  }

  private readonly grab = (event: DragEvent) => {
    const handle = event.composedPath()[0];
    this.cell =
      handle instanceof HTMLElement && handle.matches('.drag')
        ? (handle.closest<HTMLElement>('[data-own]') ?? undefined)
        : undefined;
    if (this.cell && event.dataTransfer) {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setDragImage(this.cell, 0, 0);
    }
  };

  private readonly over = (event: DragEvent) => {
    if (!this.cell) {
      return;
    }
    event.preventDefault();
    const above = this.notebook.cells.filter((cell) => {
      const { top, height } = cell.getBoundingClientRect();
      return top + height / 2 < event.clientY;
    });
    const last = above.at(-1);
    this.behind = last?.dataset.cell ?? '';
    this.unmark();
    (last ?? this.notebook.cells[0])?.setAttribute('data-drop', last ? 'below' : 'above');
  };

  private readonly end = (event: DragEvent) => {
    if (this.cell) {
      event.preventDefault();
      const id = this.cell.dataset.cell!;
      const before = this.cell.previousElementSibling as HTMLElement | null;
      if (this.behind !== id && this.behind !== (before?.dataset.cell ?? '')) {
        this.drop(id, this.behind);
      }
      this.forget();
    }
  };

  private readonly forget = () => {
    this.cell = undefined;
    this.unmark();
  };

  private unmark(): void {
    this.notebook.cells.forEach((cell) => cell.removeAttribute('data-drop'));
  }
}
