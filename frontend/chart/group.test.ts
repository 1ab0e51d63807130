import { describe, expect, test, vi } from 'vitest';
import { groupOf } from './group.js';

const member = () => ({ spanned: vi.fn(), pointed: vi.fn() });

describe('groupOf', () => {
  test('is one group for each name, and one of its own without a name', () => {
    expect(groupOf('run-1')).toBe(groupOf('run-1'));
    expect(groupOf('run-1')).not.toBe(groupOf('run-2'));
    expect(groupOf('')).not.toBe(groupOf(''));
  });

  test('tells every chart of the pointer and of the part that is shown', () => {
    const group = groupOf('');
    const [first, second] = [member(), member()];
    group.add(first);
    group.add(second);
    group.point(7);
    group.show([2, 5]);
    expect(first.pointed).toHaveBeenCalledWith(7);
    expect(second.spanned).toHaveBeenCalledOnce();
    expect(group.span).toEqual([2, 5]);
  });

  test('shows all where the part is empty or the wrong way round', () => {
    const group = groupOf('');
    group.show([5, 5]);
    expect(group.span).toBeUndefined();
    group.show([5, 2]);
    expect(group.span).toBeUndefined();
  });

  test('forgets the part with its last chart', () => {
    const group = groupOf('');
    const [first, second] = [member(), member()];
    group.add(first);
    group.add(second);
    group.show([1, 2]);
    group.remove(first);
    expect(group.span).toEqual([1, 2]);
    group.remove(second);
    expect(group.span).toBeUndefined();
  });
});
