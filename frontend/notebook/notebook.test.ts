// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS, KINDS, Keyboard, matching } from './commands.js';
import { Selection } from './selection.js';

function notebook(...ids: string[]): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = `<p>no cell</p>${ids.map((id) => `<section data-cell="${id}"><input></section>`).join('')}`;
  document.body.replaceChildren(element);
  return element;
}

describe('Selection', () => {
  let selection: Selection;
  let element: HTMLElement;
  const stops = () => selection.cells.map((cell) => cell.tabIndex);

  beforeEach(() => {
    element = notebook('a', 'b', 'c');
    selection = new Selection(element);
  });

  test('knows the cells in their order, and nothing else', () => {
    expect(selection.cells.map((cell) => cell.dataset.cell)).toEqual(['a', 'b', 'c']);
  });
  test('marks one cell, where the tabulator stops', () => {
    selection.mark('b');
    expect(stops()).toEqual([-1, 0, -1]);
    expect(selection.cells.map((cell) => cell.hasAttribute('data-selected'))).toEqual([false, true, false]);
    expect(selection.cell?.dataset.cell).toBe('b');
  });
  test('lets the tabulator stop at the first where none, or a lost one, is selected', () => {
    selection.mark();
    expect(stops()).toEqual([0, -1, -1]);
    selection.mark('gone');
    expect(stops()).toEqual([0, -1, -1]);
    expect(selection.cell).toBeUndefined();
  });
  test('goes up and down, and not beyond the ends', () => {
    selection.mark('b');
    selection.step(1);
    expect(document.activeElement).toBe(selection.cells[2]);
    selection.mark('c');
    selection.step(1);
    expect(document.activeElement).toBe(selection.cells[2]);
    selection.step(-99);
    expect(document.activeElement).toBe(selection.cells[0]);
  });
  test('tells a focus on the cell from one in it', () => {
    selection.mark('b');
    selection.cell!.focus();
    expect(selection.isFocused).toBe(true);
    selection.cell!.querySelector('input')!.focus();
    expect(selection.isFocused).toBe(false);
  });
  test('finds the cell of an event', () => {
    let found: HTMLElement | undefined;
    element.addEventListener('change', (event) => (found = selection.of(event)));
    selection.cells[1].querySelector('input')!.dispatchEvent(new Event('change', { bubbles: true }));
    expect(found?.dataset.cell).toBe('b');
  });
  test.each([
    ['a', -1, undefined],
    ['b', -1, ''],
    ['c', -1, 'a'],
    ['a', 1, 'b'],
    ['b', 1, 'c'],
    ['c', 1, undefined],
  ])('%s moved by %d stands behind %s', (id, by, behind) => {
    selection.mark(id);
    expect(selection.behindAfter(by)).toBe(behind);
  });
  test('knows the cell above', () => {
    selection.mark('b');
    expect(selection.above).toBe('a');
    selection.mark('a');
    expect(selection.above).toBe('');
  });
  test('tells own cells by their mark', () => {
    selection.mark('b');
    expect(selection.isOwn).toBe(false);
    selection.cell!.setAttribute('data-own', '');
    expect(selection.isOwn).toBe(true);
  });
});

describe('Keyboard', () => {
  let keyboard: Keyboard;
  let last: string | undefined;
  beforeEach(() => {
    keyboard = new Keyboard();
    document.body.replaceChildren();
    document.body.onkeydown = (event) => (last = keyboard.command(event)?.name);
  });

  function press(key: string, more: KeyboardEventInit & { at?: number } = {}, target: Element = document.body) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more });
    Object.defineProperty(event, 'timeStamp', { value: more.at ?? 0 });
    target.dispatchEvent(event);
    return last;
  }

  test.each([
    ['Enter', {}, 'edit'],
    ['Enter', { shiftKey: true }, 'run-next'],
    ['Enter', { ctrlKey: true }, 'run'],
    ['Enter', { metaKey: true }, 'run'],
    ['Enter', { altKey: true }, 'run-add'],
    ['a', {}, 'add-above'],
    ['b', {}, 'add-below'],
    ['Z', { shiftKey: true }, 'redo'],
    ['z', {}, 'undo'],
    ['ArrowUp', {}, 'previous'],
    ['ArrowDown', { ctrlKey: true, shiftKey: true }, 'down'],
    ['Escape', {}, 'leave'],
    ['?', { shiftKey: true }, 'keys'],
    ['k', { ctrlKey: true }, 'palette'],
    ['q', {}, undefined],
  ])('%s with %j is %s', (key, more, name) => expect(press(key, more)).toBe(name));

  test('takes a key pressed twice within a second', () => {
    expect(press('d', { at: 0 })).toBeUndefined();
    expect(press('d', { at: 900 })).toBe('delete');
    expect(press('d', { at: 1000 })).toBeUndefined();
  });
  test('takes no key pressed twice slowly, nor one that is held', () => {
    press('d', { at: 0 });
    expect(press('d', { at: 1100 })).toBeUndefined();
    press('d', { at: 2000 });
    expect(press('d', { at: 2500, repeat: true })).toBeUndefined();
    expect(press('d', { at: 2600, repeat: true })).toBeUndefined();
  });
  test('takes a held arrow again and again', () => {
    expect(press('ArrowDown')).toBe('next');
    expect(press('ArrowDown', { at: 100, repeat: true })).toBe('next');
  });
  test('leaves letters to a box that is typed in, but not the keys that type nothing', () => {
    const box = document.createElement('input');
    box.checkVisibility = () => true;
    document.body.append(box);
    expect(press('a', {}, box)).toBeUndefined();
    expect(press('Enter', { ctrlKey: true }, box)).toBe('run');
    expect(press('s', { ctrlKey: true }, box)).toBe('save');
  });
  test('takes letters in a box that is not to be seen', () => {
    const box = document.createElement('input');
    box.checkVisibility = () => false;
    document.body.append(box);
    expect(press('a', {}, box)).toBe('add-above');
  });
});

describe('the search for a command', () => {
  const found = (text: string) => matching(COMMANDS, text).map(({ name }) => name);

  test('finds all without a word', () => expect(found(' ')).toHaveLength(COMMANDS.length));
  test('finds parts of words in any order and case', () => expect(found('CELL dup')).toEqual(['duplicate']));
  test('finds a command by its other words', () => expect(found('interrupt')).toEqual(['stop']));
  test('finds none where one word is missing', () => expect(found('duplicate network')).toEqual([]));
});

test('no key means two commands, and no letter two kinds of cell', () => {
  const keys = COMMANDS.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(KINDS.map(({ key }) => key)).size).toBe(KINDS.length);
});
