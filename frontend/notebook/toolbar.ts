/** Draws the bar above a notebook: undo and redo, a new cell, run, and the list of all commands. */
import { html } from 'lit';
import { shown } from './commands.js';
import { ICONS } from './icons.js';
import './sb-menu.js';

const MORE = ['run-all', 'restart', 'stop', 'reset-all', 'history', 'print', 'palette', 'keys'];

/**
 * @param undo what it would take back, empty where there is nothing; `redo` likewise
 * @param act does what a command says
 */
export function toolbar(undo: string, redo: string, act: (name: string) => void) {
  const undoTitle = undo ? `Undo: ${undo} (Z)` : 'Nothing to undo';
  const redoTitle = redo ? `Redo: ${redo} (Shift+Z)` : 'Nothing to redo';
  return html`<div class="bar" role="toolbar" aria-label="Notebook">
    <button type="button" ?disabled=${!undo} title=${undoTitle} @click=${() => act('undo')}>
      ${ICONS.undo} <span class="word">Undo</span>
    </button>
    <button type="button" ?disabled=${!redo} title=${redoTitle} @click=${() => act('redo')}>
      ${ICONS.redo} <span class="word">Redo</span>
    </button>
    <button type="button" @click=${() => act('add-below')}>${ICONS.add} Add a cell</button>
    <button
      type="button"
      title="Run every training that has changed or has not run; those that are done stay as they are"
      @click=${() => act('run-stale')}
    >
      ${ICONS.run} Run what changed
    </button>
    <sb-menu
      label="More: run all, pause, versions, print"
      .names=${MORE}
      @chosen=${(event: CustomEvent<string>) => act(event.detail)}
    ></sb-menu>
    <span class="gap"></span>
    <button type="button" class="wide" title="Go back to an earlier version (H)" @click=${() => act('history')}>Versions</button>
    <button type="button" class="wide" @click=${() => act('palette')}>Commands <kbd>${shown('Ctrl+K')}</kbd></button>
    <button type="button" class="wide" @click=${() => act('keys')}>Keys <kbd>?</kbd></button>
  </div>`;
}
