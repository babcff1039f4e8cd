// @ts-check
import {
  cornerDot,
  exclamation,
  face,
  hollow,
  hollowBell,
  lineFace,
  measure,
  pauseBars,
  solidBell,
  threeDots,
} from './draw-tray-shapes.mjs';

/** @typedef {import('./draw-tray-shapes.mjs').Shape} Shape */
/** @typedef {{ glyph: string, dot: string, alert: string, outline?: string }} Inks */
/**
 * A state of the icon: the bell, what is cut out of it, and what stands on top of it.
 * @typedef {{ bell: Shape, cut: Shape, inside?: Shape, badge?: Shape, badgeInk?: 'dot' | 'alert' }} Look
 */

/** @satisfies {Record<string, Look>} */
const looks = {
  online: { bell: solidBell, cut: face },
  unread: { bell: solidBell, cut: face, badge: cornerDot, badgeInk: 'dot' },
  waiting: { bell: hollowBell, cut: hollow, inside: threeDots },
  refused: { bell: solidBell, cut: face, badge: exclamation, badgeInk: 'alert' },
  paused: { bell: solidBell, cut: pauseBars },
  idle: { bell: hollowBell, cut: hollow, inside: lineFace },
};

/**
 * The inks for a kind of panel. Shapes alone tell the states apart; colour only helps.
 * `both` is for a panel of unknown colour: brass keeps its distance from black and from white, and the
 * outline keeps the shape where the panel is light.
 * @satisfies {Record<string, Inks>}
 */
const inksOf = {
  dark: { glyph: '#ffffff', dot: '#f2b84b', alert: '#ff8a7a' },
  light: { glyph: '#262019', dot: '#b4760a', alert: '#c22a1c' },
  both: { glyph: '#f2b84b', dot: '#e5484d', alert: '#e5484d', outline: '#3a2806' },
  template: { glyph: '#000', dot: '#000', alert: '#000' },
};

/** @typedef {keyof typeof looks} TrayState */
/** @typedef {keyof typeof inksOf} Panel */

/** @param {string} color @param {string} shapes */
const paint = (color, shapes) => `<g color="${color}">${shapes}</g>`;

/**
 * @param {TrayState} state
 * @param {Panel} panel
 * @param {number} pixels width and height of the image
 * @returns {string} SVG
 */
export function traySvg(state, panel, pixels) {
  /** @type {Inks} */
  const inks = inksOf[panel];
  /** @type {Look} */
  const look = looks[state];
  const rim = inks.outline === undefined ? 0 : Math.max(1, Math.round(pixels / 24));
  const m = measure(pixels, rim);
  const { badge, badgeInk = 'dot', inside } = look;
  const silhouette = look.bell(m, rim) + (badge?.(m, rim) ?? '');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}">`,
    inks.outline === undefined ? '' : paint(inks.outline, silhouette),
    `<mask id="bell">${paint('#fff', look.bell(m))}`,
    paint('#000', look.cut(m) + (badge?.(m, m.line) ?? '')),
    `</mask><rect width="${pixels}" height="${pixels}" fill="${inks.glyph}" mask="url(#bell)"/>`,
    inside === undefined ? '' : paint(inks.glyph, inside(m)),
    badge === undefined ? '' : paint(inks[badgeInk], badge(m)),
    '</svg>',
  ].join('');
}

const states = /** @type {TrayState[]} */ (Object.keys(looks));
const scales = [1, 1.25, 1.5, 2, 3];

/**
 * Every tray image: file name (in Electron's form for scale factors), and how to draw it.
 * @returns {{ name: string, state: TrayState, panel: Panel, pixels: number }[]}
 */
export function trayImages() {
  /** @param {string} stem @param {TrayState} state @param {Panel} panel @param {number} size @param {number[]} at */
  const set = (stem, state, panel, size, at) =>
    at.map((scale) => ({
      name: `${stem}${scale === 1 ? '' : `@${scale}x`}.png`,
      state,
      panel,
      pixels: Math.round(size * scale),
    }));
  return states.flatMap((state) => [
    ...[16, 20, 22, 24, 32].flatMap((size) => [
      ...set(`${state}-dark-${size}`, state, 'dark', size, scales),
      ...set(`${state}-light-${size}`, state, 'light', size, scales),
    ]),
    ...set(`${state}-both`, state, 'both', 22, scales),
    ...set(`${state}Template`, state, 'template', 18, [1, 2]),
  ]);
}
