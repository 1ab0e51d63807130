import { controlWith } from './control.js';

export type Word = 'saved' | 'saving' | 'unsaved';

/** The facts about a page's unsaved texts. */
export interface SaveFacts {
  /** True if there are two versions of one. */
  versions: boolean;
  /** Why one was refused; empty where none was. */
  refusal: string;
  /** The change that could not be stored and is dropped, as a sentence; empty where there is none. */
  gone: string;
  waiting: boolean;
  cutOff: boolean;
  /** True if the server says that it cannot save at present. */
  unable: boolean;
  /** True if an answer is overdue. */
  uneasy: boolean;
}

/** Says in a word and in a sentence whether all is saved. */
export function saveStatus({ versions, refusal, gone, waiting, cutOff, unable, uneasy }: SaveFacts): [Word, string] {
  if (versions) {
    return ['unsaved', 'Not saved: there are two versions'];
  }
  if (refusal) {
    return ['unsaved', `Not saved: ${refusal}`];
  }
  if (waiting && unable) {
    return ['unsaved', 'The server cannot save now: your text is kept here'];
  }
  if (waiting && cutOff) {
    return ['unsaved', 'Not saved yet: no connection'];
  }
  if (waiting && uneasy) {
    return ['unsaved', 'Not saved yet: no answer from the server'];
  }
  return waiting ? ['saving', 'Saving…'] : ['saved', gone ? `Saved, but for one change: ${gone}` : 'Saved'];
}

/** Says the same to a person who asks for it. */
export function account(word: Word, sentence: string): string {
  if (word === 'saving') {
    return 'What you typed is on its way; “Saved” says when it is stored.';
  }
  return sentence === 'Saved' ? 'Everything you typed is saved.' : `${sentence.replace(/\.$/, '')}.`;
}

/** Names the text of a key as a person does: `“Units” in net`, `your answer`. */
export function nameOf(key: string): string {
  const [cell, place] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
  if (cell === '+') {
    return 'the title';
  }
  if (place === 'answer') {
    return 'your answer';
  }
  const label = place === 'text' ? 'the text' : (controlWith(key)?.label ?? place);
  return `“${label}” in ${cell}`;
}
