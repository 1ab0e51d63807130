import { type CompletionContext, type CompletionResult, autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface Problem {
  line: number;
  column: number;
  message: string;
}

export interface Known {
  keys?: string[];
  values?: Record<string, string[]>;
}

interface Setup {
  text: string;
  language: 'yaml' | 'markdown';
  label: string;
  describedBy: string;
  readonly: boolean;
  onTyped: (text: string) => void;
}

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--sb-accent)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--sb-positive-text)' },
  { tag: tags.string, color: 'var(--sb-right)' },
  { tag: tags.comment, color: 'var(--sb-quiet)', fontStyle: 'italic' },
  { tag: tags.heading, fontWeight: '600' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], color: 'var(--sb-accent)' },
  { tag: tags.monospace, color: 'var(--sb-positive-text)' },
]);

const LOOK = EditorView.theme({
  '&': { width: '100%', fontSize: '0.9375rem', color: 'var(--sb-text)', background: 'none' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--sb-mono)', lineHeight: '1.6', maxHeight: '32rem' },
  '.cm-content': { caretColor: 'var(--sb-text)', padding: '0.6rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--sb-text)' },
  '.cm-gutters': { background: 'none', border: '0' },
  '.cm-tooltip': {
    color: 'var(--sb-text)',
    background: 'var(--sb-surface)',
    border: '1px solid var(--sb-border-strong)',
    borderRadius: 'var(--sb-radius-small)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--sb-on-accent)', background: 'var(--sb-accent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--sb-accent-soft) !important' },
});

/** Enter with Ctrl or Shift runs the cell, so it is no key of the text. */
const KEYS = defaultKeymap
  .filter(({ key }) => key !== 'Mod-Enter')
  .map((binding) => (binding.key === 'Enter' ? { ...binding, shift: undefined } : binding));

/** CodeMirror, as the lab's texts need it. */
export class Editor {
  private readonly view: EditorView;
  private known: Known = {};
  private problems: Problem[] = [];
  private showing = false;

  constructor(parent: HTMLElement, setup: Setup) {
    this.view = new EditorView({
      parent,
      root: document, // not that of the slot in which the notebook's cells stand
      state: EditorState.create({
        doc: setup.text,
        extensions: [
          history(),
          setup.language === 'yaml' ? this.yaml() : markdown(),
          syntaxHighlighting(COLOURS),
          LOOK,
          EditorView.lineWrapping,
          keymap.of([...completionKeymap, ...historyKeymap, ...KEYS]),
          new Compartment().of(EditorState.readOnly.of(setup.readonly)),
          EditorView.contentAttributes.of({
            'aria-label': setup.label,
            'aria-describedby': setup.describedBy,
            spellcheck: setup.language === 'markdown' ? 'true' : 'false',
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !this.showing) {
              setup.onTyped(this.text);
            }
          }),
        ],
      }),
    });
  }

  private yaml() {
    const completing = autocompletion({ override: [(context) => this.completions(context)], icons: false });
    return [yaml(), lintGutter(), indentOnInput(), bracketMatching(), completing];
  }

  private get text(): string {
    return this.view.state.doc.toString();
  }

  focus(): void {
    this.view.focus();
  }

  /** The place of the cursor, in characters from the start. */
  get caret(): number {
    return this.view.state.selection.main.head;
  }

  moveTo(place: number): void {
    this.view.dispatch({ selection: { anchor: Math.min(place, this.view.state.doc.length) } });
  }

  /** Shows another text, and leaves the cursor where it is as far as that goes. */
  show(text: string): void {
    const now = this.text;
    if (text === now) {
      return;
    }
    let from = 0;
    while (from < Math.min(text.length, now.length) && text[from] === now[from]) {
      from++;
    }
    let same = 0;
    while (same < Math.min(text.length, now.length) - from && text.at(-1 - same) === now.at(-1 - same)) {
      same++;
    }
    this.showing = true;
    this.view.dispatch({ changes: { from, to: now.length - same, insert: text.slice(from, text.length - same) } });
    this.showing = false;
  }

  underline(problems: Problem[]): void {
    if (JSON.stringify(problems) !== JSON.stringify(this.problems)) {
      this.problems = problems;
      this.view.dispatch(
        setDiagnostics(
          this.view.state,
          problems.map((problem) => this.diagnostic(problem)),
        ),
      );
    }
  }

  complete(known: Known): void {
    this.known = known;
  }

  /** Underlines from the place to the end of the word, or at least one character. */
  private diagnostic({ line, column, message }: Problem): Diagnostic {
    const doc = this.view.state.doc;
    const at = doc.line(Math.min(doc.lines, Math.max(1, line)));
    const from = Math.min(at.to, at.from + Math.max(0, column - 1));
    const word = /^[^\s,:}\]]*/.exec(doc.sliceString(from, at.to))![0].length;
    const to = Math.min(at.to, from + Math.max(1, word));
    return { from: Math.min(from, Math.max(at.from, to - 1)), to, severity: 'error', message };
  }

  /** Offers a key at the start of a line or after a brace, and a value after the colon of a known key. */
  private completions(context: CompletionContext): CompletionResult | null {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const value = /([\w]+):\s*([\w-]*)$/.exec(before);
    const key = /(?:^|[{,]|- )\s*([\w]*)$/.exec(before);
    const word = (value?.[2] ?? key?.[1] ?? '').length;
    if (!context.explicit && !word && !value) {
      return null;
    }
    const names = value ? this.known.values?.[value[1]] : key ? this.known.keys : undefined;
    if (!names?.length) {
      return null;
    }
    const options = names.map((name) => ({ label: name, apply: value ? name : `${name}: ` }));
    return { from: context.pos - word, options, validFor: /^[\w-]*$/ };
  }
}
