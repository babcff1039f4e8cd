import { fileTypeOf } from '../../engine/file-type.ts';

/** Pictures that are passed on. SVG is not among them: it is a document that can load things. */
const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'] as const;
export type ImageType = (typeof imageTypes)[number];

/** What the bytes are, whatever the server called them; null = no picture that is passed on. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  const type = fileTypeOf(bytes);
  return imageTypes.find((known) => known === type) ?? null;
}
