import type { Shot } from './shots.ts';

type Given = Partial<Shot> & { readonly as: string };

const record = `document.querySelector('.shortcut').click()`;

const looks = [
  { as: 'light' },
  { as: 'dark', theme: 'dark' },
  { as: 'ja', locale: 'ja' },
  { as: 'ko', locale: 'ko', theme: 'dark' },
  { as: 'zh', locale: 'zh-CN' },
  { as: 'narrow', width: 320 },
  { as: 'zoom200', zoom: 2 },
] as const satisfies readonly Given[];

/** The question how to start, and the pages of start-up and of shortcuts. */
export function entryShots(shot: (state: string, given: Given) => Shot): readonly Shot[] {
  return looks.flatMap((look) => [
    shot('start-question', { ...look, as: look.as }),
    shot('start-up', { ...look, as: look.as }),
    shot('shortcuts', { ...look, as: look.as }),
    shot('shortcuts', { ...look, as: `recording-${look.as}`, act: record }),
  ]);
}
