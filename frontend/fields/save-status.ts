import { controlWith } from './control.js';

export type Word = 'saved' | 'saving' | 'unsaved';

/** What is known of a page's unsaved texts. */
export interface SaveFacts {
  /** Whether there are two versions of one. */
  versions: boolean;
  /** Why one was refused; empty where none was. */
  refusal: string;
  /** What could not be stored and is let go, as a sentence; empty where nothing was. */
  gone: string;
  waiting: boolean;
  cutOff: boolean;
  /** Whether an answer is overdue. */
  uneasy: boolean;
}

/** Whether all is saved, in a word and in a sentence. */
export function saveStatus({ versions, refusal, gone, waiting, cutOff, uneasy }: SaveFacts): [Word, string] {
  if (versions) {
    return ['unsaved', 'Not saved: there are two versions'];
  }
  if (refusal) {
    return ['unsaved', `Not saved: ${refusal}`];
  }
  if (waiting && cutOff) {
    return ['unsaved', 'Not saved yet: no connection'];
  }
  if (waiting && uneasy) {
    return ['unsaved', 'Not saved yet: no answer from the server'];
  }
  return waiting ? ['saving', 'Saving…'] : ['saved', gone ? `Saved, but for one change: ${gone}` : 'Saved'];
}

/** The same for a person who asks for it. */
export function account(word: Word, sentence: string): string {
  if (word === 'saving') {
    return 'What you typed is on its way; “Saved” says when it is stored.';
  }
  return sentence === 'Saved' ? 'Everything you typed is saved.' : `${sentence.replace(/\.$/, '')}.`;
}

/** What a person calls the text of a key: `“Units” in net`, `your answer`. */
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
