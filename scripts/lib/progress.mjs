// @ts-check

const LINE_EVERY_MS = 5000;
const REDRAW_EVERY_MS = 200;

/**
 * Shows how far a long download is, on stderr because stdout may belong to a program: a line that
 * updates on a terminal, a new line every few seconds elsewhere.
 * @param {{ label: string, totalBytes: number, stream?: Pick<NodeJS.WriteStream, 'isTTY'> & { write(text: string): boolean }, now?: () => number }} options
 * @returns {{ update(bytes: number): void, end(): void }}
 */
export function startProgress({
  label,
  totalBytes,
  stream = process.stderr,
  now = () => performance.now(),
}) {
  const every = stream.isTTY ? REDRAW_EVERY_MS : LINE_EVERY_MS;
  let last = Number.NEGATIVE_INFINITY;
  return {
    update(bytes) {
      if (now() - last < every) return;
      last = now();
      const line = progressLine(label, bytes, totalBytes);
      stream.write(stream.isTTY ? `\r${line}` : `${line}\n`);
    },
    end() {
      if (stream.isTTY) stream.write('\r\x1b[K');
    },
  };
}

/**
 * @param {string} label
 * @param {number} bytes
 * @param {number} totalBytes
 */
function progressLine(label, bytes, totalBytes) {
  const megabytes = (/** @type {number} */ count) => Math.round(count / 1e6);
  const percent = Math.min(100, Math.floor((bytes / totalBytes) * 100));
  return `${label}: ${percent} % (${megabytes(bytes)} of ${megabytes(totalBytes)} MB)`;
}
