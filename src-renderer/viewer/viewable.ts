import type { FileView, MediaAddress } from '../../src-main/ipc/contract.ts';

/** A file that the window shows itself. */
export type ViewableFile = FileView & {
  readonly kind: 'image' | 'video' | 'audio';
  readonly media: MediaAddress;
};

/** Whether the window shows a file itself; others open in the browser. */
export function isViewable(file: FileView): file is ViewableFile {
  return file.media !== null && file.kind !== 'other';
}
