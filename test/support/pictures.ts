/** The first bytes of each kind of picture, made as long as asked (at least 16 bytes). */
function pictureBytes(head: readonly number[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  bytes.set(head);
  return bytes;
}

const codes = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

export const png = (length = 16) => pictureBytes([0x89, ...codes('PNG\r\n\x1a\n')], length);
export const jpeg = (length = 16) => pictureBytes([0xff, 0xd8, 0xff, 0xe0], length);
export const gif = (length = 16) => pictureBytes(codes('GIF89a'), length);
export const webp = (length = 16) =>
  pictureBytes([...codes('RIFF'), 0, 0, 0, 0, ...codes('WEBP')], length);
export const avif = (length = 16) => pictureBytes([0, 0, 0, 32, ...codes('ftypavif')], length);
