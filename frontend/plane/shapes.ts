/** A shape for each class, so that classes are told apart without colour; as many as the colour sequence has. */
const CORNERS: ([number, number][] | 'circle')[] = [
  'circle',
  regular(4, Math.PI / 4),
  regular(3, -Math.PI / 2),
  regular(4, 0),
  regular(3, Math.PI / 2),
  star(5),
  regular(6, 0),
  star(4),
];

function regular(corners: number, turn: number): [number, number][] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return [1.18 * Math.cos(angle), 1.18 * Math.sin(angle)];
  });
}

function star(points: number): [number, number][] {
  return Array.from({ length: 2 * points }, (_, i) => {
    const angle = -Math.PI / 2 + (Math.PI * i) / points;
    const reach = i % 2 ? 0.55 : 1.35;
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
}

/** Returns the outline of a class's shape with this radius, as an SVG path around (x, y), which a canvas takes too. */
export function shape(index: number, x: number, y: number, radius: number): string {
  const corners = CORNERS[index % CORNERS.length];
  if (corners === 'circle') {
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  }
  return `M${corners.map(([dx, dy]) => `${x + radius * dx} ${y + radius * dy}`).join('L')}z`;
}
