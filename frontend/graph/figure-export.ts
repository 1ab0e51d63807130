import { csv } from '../csv.js';
import { download, fileName } from '../download.js';

/** Saves an SVG, which has its colours in its elements, as a PNG of twice its size with a ground. */
export async function exportFigure(picture: SVGSVGElement, name: string, ground: string): Promise<void> {
  const { clientWidth: width, clientHeight: height } = picture;
  const copy = picture.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && download(blob, fileName(name, 'png')), 'image/png');
}

export function exportRows(rows: (string | number)[][], name: string): void {
  download(new Blob([csv(rows)], { type: 'text/csv' }), fileName(name, 'csv'));
}
