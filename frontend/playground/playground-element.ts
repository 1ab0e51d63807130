/** The page's side of its context: the settings as the server knows them, and those that are on their way to it. */
import { type PropertyValues, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LightElement } from '../light-element.js';
import { addressOf } from './address.js';
import type { PlaygroundContext } from './playground-context.js';
import type { Catalogue, ChangeMessage, SettingsMessage, TableMessage } from './messages.js';

export abstract class PlaygroundElement extends LightElement implements PlaygroundContext {
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) settings!: SettingsMessage;
  /** Why the first line of the table that was loaded last could be a sample; empty where that is known. */
  @property() doubt = '';
  @state() protected said = '';
  @state() private pending: Record<string, string> = {};
  private table = '';
  private changes = 0;

  text(key: string): string {
    return this.pending[key] ?? this.settings.texts[key] ?? '';
  }

  get loss(): string {
    return this.pending.loss ?? this.settings.loss;
  }

  /** True if somebody has paused it, so that it does not train when it is opened again. */
  protected abstract readonly waits: boolean;

  get address(): string {
    return addressOf([this.settings.link, this.waits ? 'run=no' : ''].filter((part) => part).join('&'));
  }

  set(changed: Record<string, string>): void {
    this.said = '';
    this.pending = { ...this.pending, ...changed };
    this.tell('change-settings', { texts: changed, number: ++this.changes } satisfies ChangeMessage);
  }

  setter(key: string): (text: string) => void {
    return (text) => this.set({ [key]: text });
  }

  gone(control: string): boolean {
    return this.settings.gone.includes(control);
  }

  say(sentence: string): void {
    this.said = sentence;
  }

  load(bytes: string): void {
    this.table = bytes;
    this.tell('csv', { bytes, header: '' } satisfies TableMessage);
  }

  /** Asks what the first line of the table is; nothing where the server does not ask. */
  protected question() {
    const answer = (words: string, header: string) =>
      html`<button class="button" @click=${() => this.tell('csv', { bytes: this.table, header } satisfies TableMessage)}>
        ${words}
      </button>`;
    return this.doubt
      ? html`<div class="pg-question" role="group" aria-label="The first line of the table">
          <p role="status">${this.doubt}</p>
          ${answer('It names the columns', 'first line')}${answer('It is a sample', 'none')}
        </div>`
      : nothing;
  }

  tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('settings') && this.settings) {
      if (this.settings.answered >= this.changes) {
        this.pending = {};
      }
    }
  }
}
