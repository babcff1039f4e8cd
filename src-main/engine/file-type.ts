interface Signature {
  readonly type: string;
  /** Bytes at which it begins to differ from others. */
  readonly at: number;
  readonly bytes: string;
  /** What also stands there, further on. */
  readonly also?: { readonly at: number; readonly bytes: string };
}

/** Latin-1. The first that fits counts. */
const signatures: readonly Signature[] = [
  { type: 'image/png', at: 0, bytes: '\x89PNG' },
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/gif', at: 0, bytes: 'GIF8' },
  { type: 'image/webp', at: 0, bytes: 'RIFF', also: { at: 8, bytes: 'WEBP' } },
  { type: 'image/avif', at: 4, bytes: 'ftypavif' },
  { type: 'image/avif', at: 4, bytes: 'ftypavis' },
  { type: 'image/bmp', at: 0, bytes: 'BM', also: { at: 6, bytes: '\0\0\0\0' } },
  { type: 'image/tiff', at: 0, bytes: 'II*\0' },
  { type: 'image/tiff', at: 0, bytes: 'MM\0*' },
  { type: 'audio/wav', at: 0, bytes: 'RIFF', also: { at: 8, bytes: 'WAVE' } },
  { type: 'audio/mpeg', at: 0, bytes: 'ID3' },
  { type: 'audio/flac', at: 0, bytes: 'fLaC' },
  { type: 'application/ogg', at: 0, bytes: 'OggS' },
  { type: 'video/mp4', at: 4, bytes: 'ftyp' },
  { type: 'video/webm', at: 0, bytes: '\x1a\x45\xdf\xa3' },
  { type: 'application/pdf', at: 0, bytes: '%PDF-' },
  { type: 'application/zip', at: 0, bytes: 'PK\x03\x04' },
  { type: 'application/gzip', at: 0, bytes: '\x1f\x8b' },
  { type: 'application/zstd', at: 0, bytes: '\x28\xb5\x2f\xfd' },
];

/** The media type that the first bytes of a file tell, of those that are often sent; null = some other. */
export function fileTypeOf(bytes: Uint8Array): string | null {
  const stands = (text: string, at: number) =>
    [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
  const found = signatures.find(
    (known) =>
      stands(known.bytes, known.at) &&
      (known.also === undefined || stands(known.also.bytes, known.also.at)),
  );
  return found?.type ?? null;
}
