/** The panel from which a playground is given on: as a link, a file, or a program. */
import type { FileMessage, TextMessage } from './messages.js';
import { html } from 'lit';
import { fileButton } from './controls.js';
import type { PlaygroundContext } from './playground-context.js';
import { panel } from './panel.js';

/** The controls that a lecturer may hide, by their names in a link. */
const CONTROLS: [string, string][] = [
  ['play', 'Play'],
  ['stepping', 'Step'],
  ['reset', 'Reset'],
  ['weights', 'New weights'],
  ['lr', 'Learning rate'],
  ['activation', 'Activation'],
  ['reg', 'Regularization'],
  ['rate', 'Its rate'],
  ['problem', 'Problem'],
  ['loss', 'Loss'],
  ['opt', 'Optimizer'],
  ['more', 'More'],
  ['data', 'Points'],
  ['classes', 'Number of classes'],
  ['train', 'To train'],
  ['noise', 'Noise'],
  ['batch', 'Batch size'],
  ['seed', 'Regenerate'],
  ['inputs', 'Choice of inputs'],
  ['layers', 'Number of layers'],
  ['units', 'Number of units'],
  ['editing', 'Editing of weights'],
  ['test', 'Test points'],
  ['discrete', 'Sharp colours'],
  ['compare', 'Compare'],
  ['inside', 'Look inside a step'],
  ['share', 'Share menu'],
];

const OPEN = { style: 'button', words: 'Open', label: 'Open a saved playground', accept: '.json,application/json' };
const PROGRAMS: [string, string][] = [
  ['keras', 'Keras'],
  ['pytorch', 'PyTorch'],
  ['numpy', 'NumPy'],
];

export function share(context: PlaygroundContext) {
  const link = location.origin + context.address;
  return panel(
    'Share',
    context.gone('share'),
    html`<fieldset>
        <legend>A link to all of this</legend>
        <input
          class="pg-link"
          type="text"
          readonly
          aria-label="Link"
          .value=${link}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
        <button class="button primary" @click=${(event: Event) => copy(event, link)}>Copy</button>
      </fieldset>
      <fieldset>
        <legend>With its weights</legend>
        <button class="button" @click=${() => context.tell('save', { text: 'file' } satisfies TextMessage)}>Save</button>
        ${fileButton(context, OPEN, (bytes) => context.tell('open', { bytes } satisfies FileMessage))}
      </fieldset>
      <fieldset>
        <legend>To go on with</legend>
        <button class="button" @click=${() => context.tell('save', { text: 'notebook' } satisfies TextMessage)}>
          Open as a notebook
        </button>
      </fieldset>
      <fieldset>
        <legend>As a program</legend>
        ${PROGRAMS.map(
          ([name, title]) =>
            html`<button class="button" @click=${() => context.tell('save', { text: name } satisfies TextMessage)}>
              ${title}
            </button>`,
        )}
      </fieldset>
      <fieldset>
        <legend>What the link shows</legend>
        <div class="pg-shown">
          ${CONTROLS.map(
            ([key, title]) =>
              html`<label class="pg-check"
                ><input type="checkbox" .checked=${!context.gone(key)} @change=${() => hide(context, key)} />${title}</label
              >`,
          )}
        </div>
      </fieldset>`,
  );
}

async function copy(event: Event, link: string): Promise<void> {
  const button = event.target as HTMLButtonElement;
  const box = button.parentElement!.querySelector<HTMLInputElement>('.pg-link')!;
  box.select();
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    // over plain HTTP there is no clipboard
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand('copy');
  }
  button.textContent = 'Copied';
  setTimeout(() => (button.textContent = 'Copy'), 2_000);
}

/** Turns the controls that `show` leaves out into those that `hide` names, so that one list says it. */
function hide(context: PlaygroundContext, key: string): void {
  const gone = CONTROLS.map(([each]) => each).filter((each) => context.gone(each) !== (each === key));
  context.set({ hide: gone.sort().join(','), show: '' });
}
