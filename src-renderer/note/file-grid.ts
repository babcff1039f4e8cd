import type { FileView } from '../../src-main/ipc/contract.ts';

/** Whether a file has a thumbnail to show. */
export function isPicture(file: Pick<FileView, 'kind' | 'thumbnail'>): boolean {
  return file.thumbnail !== null && file.kind !== 'audio';
}

/** How many columns so many files take: pairs stay a pair, many become small. */
export function gridColumns(count: number): 1 | 2 | 3 | 4 {
  if (count <= 1) return 1;
  if (count <= 2 || count === 4) return 2;
  return count <= 6 || count === 9 ? 3 : 4;
}

/** Neither a banner nor a tower fills the window: a lone picture keeps its shape within these. */
const widest = 3;
const tallest = 3 / 4;
const unknown = 16 / 9;

/** Width by height of the box that shows a lone file. */
export function fileRatio({ width, height }: Pick<FileView, 'width' | 'height'>): number {
  if (width === null || height === null || width <= 0 || height <= 0) return unknown;
  return Math.min(widest, Math.max(tallest, width / height));
}
