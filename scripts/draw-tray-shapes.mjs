// @ts-check
/**
 * The shapes of the tray glyph, measured anew for every pixel size so that edges fall on the pixel
 * grid: one drawing scaled to 16 or 22 px is grey mush. All measures are in pixels of the image.
 * Every shape paints with `currentColor` and can be drawn `grow` pixels fatter, which makes the gap
 * around a badge and the outline around the whole.
 */

/**
 * The whole number nearest to `ideal` that is odd or even as `like` is: a shape of that width stands
 * exactly in the middle of one of width `like`.
 * @param {number} ideal
 * @param {number} like
 */
function matching(ideal, like) {
  return like + 2 * Math.round((ideal - like) / 2);
}

/**
 * @param {number} canvas width and height of the image
 * @param {number} inset pixels kept free on every side
 */
export function measure(canvas, inset) {
  const room = canvas - 2 * inset;
  const body = matching(room * 0.77, canvas);
  const rise = Math.round(body * 0.25);
  const loopTop = inset + Math.floor((room - body - rise) / 2);
  const thinnest = canvas % 2 === 0 ? 2 : 1;
  return {
    canvas,
    inset,
    room,
    middle: canvas / 2,
    body,
    bodyTop: loopTop + rise,
    bodyMiddle: loopTop + rise + body / 2,
    loop: matching(body * 0.42, canvas),
    loopTop,
    loopStroke: Math.max(1, Math.round(room / 12)),
    hollowStroke: Math.max(1, Math.round(room / 13)),
    line: Math.max(1, Math.round(room / 16)),
    bandTop: loopTop + rise + Math.round(body * 0.44),
    slit: Math.max(thinnest, matching(body * 0.1, canvas)),
    hole: Math.max(thinnest, matching(body * 0.3, canvas)),
  };
}

/** @typedef {ReturnType<typeof measure>} Measures */
/** @typedef {(m: Measures, grow?: number) => string} Shape */

/**
 * @param {number} x @param {number} y @param {number} width @param {number} height
 * @param {number} [radius]
 */
const block = (x, y, width, height, radius = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="currentColor"/>`;

/** @param {number} x @param {number} y @param {number} radius */
const disc = (x, y, radius) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="currentColor"/>`;

/** @param {Measures} m @param {number} stroke @param {number} grow */
function loop(m, stroke, grow) {
  const radius = (m.loop - stroke) / 2;
  const shoulder = m.loopTop + stroke / 2 + radius;
  const foot = m.bodyTop + m.body * 0.15;
  return (
    `<path d="M${m.middle - radius} ${foot}V${shoulder}a${radius} ${radius} 0 0 1 ${2 * radius} 0V${foot}" ` +
    `fill="none" stroke="currentColor" stroke-width="${stroke + 2 * grow}"/>`
  );
}

/** @type {Shape} */
export const solidBell = (m, grow = 0) =>
  loop(m, m.loopStroke, grow) + disc(m.middle, m.bodyMiddle, m.body / 2 + grow);

/** @type {Shape} */
export const hollowBell = (m, grow = 0) =>
  loop(m, m.hollowStroke, grow) + disc(m.middle, m.bodyMiddle, m.body / 2 + grow);

/** What is cut out of a hollow bell. @type {Shape} */
export const hollow = (m) => disc(m.middle, m.bodyMiddle, m.body / 2 - m.hollowStroke);

/** The band and the slit with its round end: what makes a ball a suzu. @type {Shape} */
export function face(m) {
  const holeTop = m.bandTop + m.line + Math.max(1, Math.round(m.body * 0.08));
  const holeMiddle = holeTop + m.hole / 2;
  return (
    block(0, m.bandTop, m.canvas, m.line) +
    disc(m.middle, holeMiddle, m.hole / 2) +
    block(m.middle - m.slit / 2, holeMiddle, m.slit, m.bodyTop + m.body - holeMiddle)
  );
}

/** The same drawn with lines, for a hollow bell. @type {Shape} */
export function lineFace(m) {
  const width = m.body - m.hollowStroke;
  const slitTop = m.bandTop + m.line + Math.max(2, Math.round(m.body * 0.16));
  return (
    block(m.middle - width / 2, m.bandTop, width, m.line) +
    block(m.middle - m.slit / 2, slitTop, m.slit, m.bodyTop + m.body - m.line - slitTop)
  );
}

/** @type {Shape} */
export function threeDots(m) {
  const inner = m.body - 2 * m.hollowStroke;
  const dot = Math.max(m.canvas % 2 === 0 ? 2 : 1, matching(inner * 0.2, m.canvas));
  const pitch = Math.max(dot + 1, Math.floor(inner / 3));
  const top = Math.round(m.bodyMiddle - dot / 2);
  // A circle of up to 2 px is only a paler square.
  const radius = dot > 2 ? dot / 2 : 0;
  return [-1, 0, 1]
    .map((step) => block(m.middle - dot / 2 + step * pitch, top, dot, dot, radius))
    .join('');
}

/** @type {Shape} */
export function pauseBars(m) {
  const width = Math.max(2, Math.round(m.body * 0.16));
  const between = matching(Math.max(2, m.body * 0.16), m.canvas);
  const height = matching(m.body * 0.5, m.body);
  return [m.middle - between / 2 - width, m.middle + between / 2]
    .map((x) => block(x, m.bodyMiddle - height / 2, width, height))
    .join('');
}

/** @type {Shape} */
export function cornerDot(m, grow = 0) {
  const size = Math.max(6, Math.round(m.room * 0.37));
  return disc(m.canvas - m.inset - size / 2, m.inset + size / 2, size / 2 + grow);
}

/** @type {Shape} */
export function exclamation(m, grow = 0) {
  const width = Math.max(2, Math.round(m.room / 7));
  const left = m.canvas - m.inset - width;
  const bottom = m.canvas - m.inset;
  const top = bottom - Math.round(m.room * 0.62);
  const radius = (width > 3 ? 1 : 0) + grow / 2;
  /** @param {number} from @param {number} to */
  const bar = (from, to) =>
    block(left - grow, from - grow, width + 2 * grow, to - from + 2 * grow, radius);
  return bar(top, bottom - width - m.line) + bar(bottom - width, bottom);
}
