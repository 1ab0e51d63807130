/** The services that the page offers to its parts. */
import type { Catalogue, SettingsMessage } from './messages.js';

export interface PlaygroundContext {
  readonly catalogue: Catalogue;
  readonly settings: SettingsMessage;
  /** A setting's text: what was changed here last, or else what the server says. */
  text(key: string): string;
  /** The loss that is in force. */
  readonly loss: string;
  set(changed: Record<string, string>): void;
  setter(key: string): (text: string) => void;
  /** The page's address: the link of its settings, and that it waits where somebody has paused it. */
  readonly address: string;
  /** Tells whether the link hides a control. */
  gone(control: string): boolean;
  /** Says a sentence above the controls, until something is changed. */
  say(sentence: string): void;
  /** Loads a table, as base64. */
  load(bytes: string): void;
  tell(name: string, detail: object): void;
}

export function anyNumber(): string {
  return String(Math.floor(Math.random() * 1e6));
}
