/** The server's messages to the pictures that are drawn as a whole. */
import type { Packed } from '../chart/messages.js';

export interface LineMessage {
  name: string;
  tone: number;
  /** Joined by a line, single points, both, or a thin line that is only there to compare with. */
  kind: 'line' | 'points' | 'both' | 'guide';
  x: Packed;
  y: Packed;
}

/** How some numbers were spread at one step: the fullest of the equal parts from low to high has the height 255. */
export interface RowMessage {
  step: number;
  low: string;
  high: string;
  /** Base64, a byte for each part. */
  bins: string;
}

export interface SurfaceMessage {
  /** How far the plane goes to each side of its middle. */
  reach: number;
  side: number;
  heights: Packed;
}

export interface Places {
  x: Packed;
  y: Packed;
}
