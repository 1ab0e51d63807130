import { expect, test } from 'vitest';
import { texNumber } from './tex-number.js';

test.each([
  [0.25, '0.2500'],
  [-0.25, '-0.2500'],
  [1.2345e-5, '1.234 \\cdot 10^{-5}'],
  [-6.022e23, '-6.022 \\cdot 10^{23}'],
  [NaN, '\\text{NaN}'],
  [-Infinity, '-∞'],
])('%d is %s in TeX', (value, tex) => expect(texNumber(value)).toBe(tex));
