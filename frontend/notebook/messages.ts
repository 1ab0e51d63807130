/** The notebook's messages to the server. */

/** A command for a cell; what it does not need is empty. */
export interface CommandMessage {
  name: string;
  cell: string;
  kind: string;
  /** The cell after which another one is added. */
  behind: string;
}

/** The ids of the cells near the window, with spaces between. */
export interface NearMessage {
  cells: string;
}
