/** Whether a part of the page is near the window. */
export interface Sight {
  near: boolean;
}
