/** Charts of one run, which share a crosshair and what part of the run they show. */

export type Span = readonly [from: number, to: number];

export interface Member {
  /** The shared part of the axis has changed. */
  spanned(): void;
  /** The pointer is at this place of the axis, over this chart or over another one; undefined where it is over none. */
  pointed(x: number | undefined): void;
}

export class Group {
  private readonly members = new Set<Member>();
  private shown?: Span;

  /** The shown part of the axis; undefined for all of it. */
  get span(): Span | undefined {
    return this.shown;
  }

  show(span: Span | undefined): void {
    this.shown = span && span[1] > span[0] ? span : undefined;
    this.members.forEach((member) => member.spanned());
  }

  point(x: number | undefined): void {
    this.members.forEach((member) => member.pointed(x));
  }

  add(member: Member): void {
    this.members.add(member);
  }

  /** Removes a chart; without charts a group forgets the part that it showed. */
  remove(member: Member): void {
    this.members.delete(member);
    if (!this.members.size) {
      this.shown = undefined;
    }
  }
}

const groups = new Map<string, Group>();

/** Returns the group of this name; a chart without one is alone. */
export function groupOf(name: string): Group {
  if (!name) {
    return new Group();
  }
  const group = groups.get(name) ?? new Group();
  groups.set(name, group);
  return group;
}
