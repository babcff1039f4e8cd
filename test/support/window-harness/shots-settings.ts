import type { Shot } from './shots.ts';

type Given = Partial<Shot> & { readonly as: string };

const type = (text: string) =>
  `(() => { const field = document.querySelector('.settings-search input'); field.value = ${JSON.stringify(text)}; field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()`;

/** The tallest that a picture can be, and of a page that is taller its end too. */
const height = 1400;
const end = `document.querySelector('.settings-body').scrollTop = 99999`;
const pages = [
  'accounts',
  'notifications',
  'notifications-set',
  'privacy',
  'timelines',
  'appearance',
  'diagnostics',
  'about',
];

const looks = [
  { as: 'light' },
  { as: 'dark', theme: 'dark' },
  { as: 'ja', locale: 'ja' },
  { as: 'ko', locale: 'ko', theme: 'dark' },
  { as: 'zh', locale: 'zh-CN' },
  { as: 'wide', width: 900 },
  { as: 'wide-dark', width: 900, theme: 'dark' },
  { as: 'zoom200', zoom: 2 },
] as const satisfies readonly Given[];

/** Every page of the settings, each in several looks and as tall as it is. */
export function settingsShots(shot: (state: string, given: Given) => Shot): readonly Shot[] {
  return [
    ...looks.flatMap((look) => [
      shot('settings', { ...look, as: `list-${look.as}` }),
      ...pages.map((page) => shot(`settings-${page}`, { ...look, height })),
      shot('settings-notifications-set', { ...look, as: `end-${look.as}`, height, act: end }),
    ]),
    ...(['light', 'dark'] as const).flatMap((theme) => [
      shot('settings', { theme, as: `found-${theme}`, act: type('sound') }),
      shot('settings', { theme, as: `nothing-${theme}`, act: type('zzzz') }),
    ]),
  ];
}
