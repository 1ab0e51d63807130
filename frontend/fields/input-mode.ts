/**
 * The keyboard that a phone shows for a number that is typed.
 *
 * `decimal` and `numeric` give an iPhone a pad without a minus, an "e" or a "/", and with only one of comma and point. So a
 * box that can need them asks for the whole keyboard, and only a count, which has steppers, for digits alone.
 */
export const SIGNED = 'text';
export const COUNT = 'numeric';
