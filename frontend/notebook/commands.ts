/** A command of a notebook: given by a key while a cell is selected, by the command palette, or by a cell's tools. */
export interface Command {
  name: string;
  words: string;
  /** As people write it: `Ctrl+Shift+↑`, `D D`. */
  keys: string[];
  /** Other words by which people look for it. */
  also?: string;
  /** True if it is about cells that the student has added, and not about the author's. */
  own?: boolean;
  /** True if it is a tool of the workbench, which an exercise alone does without. */
  tool?: boolean;
}

export const COMMANDS: Command[] = [
  { name: 'run-next', words: 'Run the cell and select the next', keys: ['Shift+Enter'] },
  { name: 'run', words: 'Run the cell', keys: ['Ctrl+Enter'] },
  { name: 'run-add', words: 'Run the cell and add one below', keys: ['Alt+Enter'], tool: true },
  { name: 'run-stale', words: 'Run all that has changed or has not run', keys: [], also: 'stale update', tool: true },
  { name: 'run-all', words: 'Run all cells from scratch', keys: [], also: 'restart everything again', tool: true },
  { name: 'restart', words: 'Run the selected cell from scratch', keys: [], also: 'restart again anew', tool: true },
  { name: 'reset-all', words: 'Forget all runs', keys: ['0 0'], also: 'clear reset results outputs', tool: true },
  { name: 'stop', words: 'Pause all runs', keys: ['I I'], also: 'stop interrupt halt' },
  { name: 'edit', words: 'Edit the cell', keys: ['Enter'] },
  { name: 'leave', words: 'Leave the cell’s controls', keys: ['Esc'] },
  { name: 'add-above', words: 'Add a cell above', keys: ['A'], also: 'new insert', tool: true },
  { name: 'add-below', words: 'Add a cell below', keys: ['B'], also: 'new insert', tool: true },
  { name: 'duplicate', words: 'Duplicate the cell', keys: [], tool: true },
  { name: 'copy', words: 'Copy the cell', keys: ['C'], tool: true },
  { name: 'cut', words: 'Cut the cell', keys: ['X'], own: true, tool: true },
  { name: 'paste', words: 'Paste below', keys: ['V'], tool: true },
  { name: 'up', words: 'Move the cell up', keys: ['Ctrl+Shift+↑'], own: true, tool: true },
  { name: 'down', words: 'Move the cell down', keys: ['Ctrl+Shift+↓'], own: true, tool: true },
  { name: 'rename', words: 'Rename the cell', keys: [], own: true, tool: true },
  { name: 'delete', words: 'Delete the cell', keys: ['D D'], own: true, also: 'remove', tool: true },
  { name: 'undo', words: 'Undo', keys: ['Z'] },
  { name: 'redo', words: 'Redo', keys: ['Shift+Z'] },
  { name: 'previous', words: 'Select the cell above', keys: ['K', '↑'] },
  { name: 'next', words: 'Select the cell below', keys: ['J', '↓'] },
  { name: 'fold', words: 'Fold or unfold the cell', keys: ['O'], also: 'collapse hide expand', tool: true },
  { name: 'source', words: 'Show or hide the cell’s text', keys: ['T'], also: 'source code yaml', tool: true },
  {
    name: 'history',
    words: 'Go back to an earlier version',
    keys: ['H'],
    also: 'history versions past restore changes',
    tool: true,
  },
  { name: 'workbench', words: 'Workbench: show or hide every tool', keys: [], also: 'quiet calm edit cells' },
  { name: 'save', words: 'Save now', keys: ['Ctrl+S'] },
  { name: 'print', words: 'Print the notebook', keys: ['Ctrl+P'] },
  { name: 'palette', words: 'Find a command', keys: ['Ctrl+K'] },
  { name: 'keys', words: 'Show all keys', keys: ['?'], also: 'shortcuts keyboard help' },
];

/**
 * Returns the commands that a notebook has.
 *
 * @param exercise whether it is an author's, which can be shown alone; `alone` whether it is
 */
export function commandsOf(exercise: boolean, alone: boolean): Command[] {
  return COMMANDS.filter(({ name, tool }) => (exercise || name !== 'workbench') && !(alone && tool));
}

export const KINDS = [
  { kind: 'data', words: 'Data', more: 'samples to learn from', key: 'd' },
  { kind: 'network', words: 'Network', more: 'layers, and what the weights start as', key: 'n' },
  { kind: 'train', words: 'Training', more: 'a loss, an optimizer, and a run', key: 't' },
  { kind: 'trace', words: 'Trace', more: 'a step of a training, number by number', key: 's' },
  { kind: 'note', words: 'Note', more: 'your own words, with maths', key: 'm' },
];

const TWICE_MILLIS = 1000;
/** These never type anything, so they work within a control too. */
const ANYWHERE = new Set(['Shift+Enter', 'Ctrl+Enter', 'Alt+Enter', 'Ctrl+S', 'Ctrl+K', 'Ctrl+P', 'Esc']);
const ARROWS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };

/** Tells which command a key means, also one that is pressed twice. */
export class Keyboard {
  private last = '';
  private lastAt = 0;

  command(event: KeyboardEvent): Command | undefined {
    const key = written(event);
    const twice = `${key} ${key}`;
    const again = !event.repeat && this.last === key && event.timeStamp - this.lastAt < TWICE_MILLIS;
    this.last = again || event.repeat ? '' : key;
    this.lastAt = event.timeStamp;
    if (isTyping(event) && !ANYWHERE.has(key)) {
      return undefined;
    }
    return COMMANDS.find(({ keys }) => keys.includes(key) || (again && keys.includes(twice)));
  }
}

/** Writes a key as the commands have it; Ctrl and ⌘ are the same. */
function written(event: KeyboardEvent): string {
  const key = ARROWS[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const shifted = event.shiftKey && key !== '?';
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shifted ? 'Shift+' : ''}${key}`;
}

/**
 * Tells whether the key goes to something that takes text or a choice. A hidden element, such as the box of a
 * palette that was shut a moment ago, takes none, though it keeps the focus until the page is drawn again.
 */
function isTyping(event: Event): boolean {
  return event
    .composedPath()
    .some(
      (each) =>
        each instanceof HTMLElement &&
        (each.matches('input, textarea, select, .cm-editor') || each.isContentEditable) &&
        each.checkVisibility(),
    );
}

/** Writes a key as this machine's keyboards have it. */
export function shown(key: string): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? key.replace('Ctrl+', '⌘ ').replace('Alt+', '⌥ ') : key;
}

/** Returns the commands in whose words, or other words, all words of a text stand. */
export function matching<T extends Pick<Command, 'words' | 'also'>>(commands: T[], text: string): T[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ words, also = '' }) => {
    const all = `${words} ${also}`.toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
}
