const KINDS: Record<string, string> = {
  w: 'the weight w',
  b: 'the bias b',
  '\\gamma': 'the scale γ',
  '\\beta': 'the shift β',
};

/** Names a weight in words by its symbol in TeX: `w^{[1]}_{21}` is the weight w₂₁ of layer 1. */
export function nameOf(symbol: string): string {
  const [, letter, layer, index] = /^(\\?[a-z]+)(?:\^\{\[(\d+)\]\})?_\{([\d,]+)\}$/.exec(symbol) ?? [];
  return letter in KINDS ? `${KINDS[letter]}${below(index)}${layer ? ` of layer ${layer}` : ''}` : KINDS.w;
}

function below(index: string): string {
  return index.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
}
