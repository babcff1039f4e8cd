/** How much of a file `isSound` wants to see, in bytes. */
export const headBytes = 64;

/** Whether a file that begins so is a sound of a format that is in use: WAV, Ogg, FLAC, MP3, M4A, AIFF. */
export function isSound(head: Buffer): boolean {
  const text = (from: number, to: number) => head.toString('latin1', from, to);
  const kind = text(8, 12);
  switch (text(0, 4)) {
    case 'RIFF':
    case 'RF64':
      return kind === 'WAVE';
    case 'OggS':
    case 'fLaC':
      return true;
    case 'FORM':
      return kind === 'AIFF' || kind === 'AIFC';
  }
  if (text(4, 8) === 'ftyp') return /^(?:M4A|M4B|mp4|isom|iso\d|dash|3gp)/.test(kind);
  return text(0, 3) === 'ID3' || isMpegFrame(head);
}

/** Whether an MPEG audio frame begins here: its header has values that stand for nothing. */
function isMpegFrame(head: Buffer): boolean {
  if (head.length < 4 || head[0] !== 0xff) return false;
  const [, second = 0, third = 0] = head;
  const isSync = (second & 0xe0) === 0xe0;
  const version = (second >> 3) & 0b11;
  const layer = (second >> 1) & 0b11;
  const bitrate = third >> 4;
  const rate = (third >> 2) & 0b11;
  // Layer I is in no file of today, and the first bytes of UTF-16 text look like it.
  const isLayerInUse = layer === 0b01 || layer === 0b10;
  return isSync && version !== 1 && isLayerInUse && bitrate !== 0b1111 && rate !== 0b11;
}
