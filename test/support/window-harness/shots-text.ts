import type { Shot } from './shots.ts';

type MakeShot = (state: string, given: Partial<Shot> & { readonly as?: string }) => Shot;

const scroll = (top: number) => `document.querySelector('.list-scroller').scrollTop = ${top}`;
const unfold = `document.querySelectorAll('.fold-toggle').forEach((one) => one.click())`;
const open = (index: number) =>
  `document.querySelectorAll('.file-open')[${index}].click(); new Promise((done) => setTimeout(done, 400))`;
const button = (name: string) =>
  `document.querySelector('.viewer [aria-label^="${name}"]').click()`;

/** Texts and files, as they are looked at. */
export function textShots(shot: MakeShot): readonly Shot[] {
  return (['light', 'dark'] as const).flatMap((theme) => [
    ...[0, 560, 1120, 1680].map((top) =>
      shot('text', { as: `whole-${top}-${theme}`, theme, act: `${unfold}; ${scroll(top)}` }),
    ),
    ...[0, 700, 1400, 2100].map((top) =>
      shot('text-hostile', { as: `at-${top}-${theme}`, theme, act: scroll(top) }),
    ),
    shot('media', { as: `picture-${theme}`, theme, act: open(0) }),
    shot('media', { as: `long-alt-${theme}`, theme, act: open(1) }),
    shot('media', { as: `zoomed-${theme}`, theme, act: `${open(0)}; ${button('Zoom in')}` }),
    shot('media', {
      as: `veiled-${theme}`,
      theme,
      act: `${open(1)}; ${button('Next file')}`,
    }),
    shot('media', { as: `film-${theme}`, theme, act: open(4) }),
    shot('media', { as: `sound-${theme}`, theme, act: open(5) }),
    shot('media', { as: `failed-${theme}`, theme, act: open(7) }),
  ]);
}
