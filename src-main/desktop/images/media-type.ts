/** Videos and sounds that Chromium plays. */
const playable: ReadonlySet<string> = new Set([
  'video/mp4',
  'video/webm',
  'video/ogg',
  'video/quicktime',
  'video/x-m4v',
  'video/x-matroska',
  'audio/mpeg',
  'audio/mp3',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/ogg',
  'audio/opus',
  'audio/webm',
  'audio/wav',
  'audio/wave',
  'audio/x-wav',
  'audio/vnd.wave',
  'audio/flac',
  'audio/x-flac',
]);

/** The media type of a video or sound out of a `Content-Type`; null for anything else. */
export function playableType(contentType: string | null): string | null {
  const [type = ''] = (contentType ?? '').toLowerCase().split(';');
  return playable.has(type.trim()) ? type.trim() : null;
}
