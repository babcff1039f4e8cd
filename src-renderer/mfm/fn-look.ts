import {
  colorArg,
  delayArg,
  type FnArgs,
  hasArg,
  numberArg,
  speedArg,
  wordArg,
} from './fn-args.ts';

/** How the content of a function looks: a class of fn.css or motion.css, and the values it takes. */
export interface FnLook {
  readonly class: string;
  /** CSS properties by name. Each value is built from numbers, checked colours and known words alone. */
  readonly style: Readonly<Record<string, string>>;
  /** How many times larger the content becomes without its box growing. */
  readonly scale: number;
}

type MakeLook = (args: FnArgs) => FnLook;

function look(name: string, style: FnLook['style'] = {}, scale = 1): FnLook {
  return { class: name, style, scale };
}

/** A function that moves its content. `seconds`: what one round takes unless `speed` says otherwise. */
function motion(
  name: string,
  seconds: number,
  more: (args: FnArgs) => FnLook['style'] = () => ({}),
) {
  const make: MakeLook = (args) => {
    const speed = speedArg(args, seconds);
    return look(speed === 0 ? name : `${name} mfm-moving`, {
      '--mfm-speed': `${speed}s`,
      '--mfm-delay': `${delayArg(args)}s`,
      ...more(args),
    });
  };
  return make;
}

const directions: (args: FnArgs) => FnLook['style'] = (args) => ({
  '--mfm-motion': hasArg(args, 'x') ? 'mfm-spin-x' : hasArg(args, 'y') ? 'mfm-spin-y' : 'mfm-spin',
  '--mfm-direction': hasArg(args, 'left')
    ? 'reverse'
    : hasArg(args, 'alternate')
      ? 'alternate'
      : 'normal',
});

const motions: readonly (readonly [string, MakeLook])[] = [
  ['tada', motion('mfm-tada mfm-large', 1, () => ({ '--mfm-size': '150%' }))],
  ['jelly', motion('mfm-jelly', 1)],
  ['twitch', motion('mfm-twitch', 0.5)],
  ['shake', motion('mfm-shake', 0.5)],
  ['spin', motion('mfm-spin', 1.5, directions)],
  ['jump', motion('mfm-jump', 0.75)],
  ['bounce', motion('mfm-bounce', 0.75)],
  ['rainbow', motion('mfm-rainbow', 1)],
  ['sparkle', motion('mfm-sparkle', 1.5)],
  // Of Sharkey.
  [
    'fade',
    motion('mfm-fade', 1.5, (args) => ({
      '--mfm-direction': hasArg(args, 'out') ? 'alternate-reverse' : 'alternate',
    })),
  ],
];

const fonts = ['serif', 'monospace', 'cursive', 'fantasy', 'emoji', 'math'] as const;
const borderStyles = [
  'hidden',
  'dotted',
  'dashed',
  'solid',
  'double',
  'groove',
  'ridge',
  'inset',
  'outset',
] as const;

/** In em; what goes further is cut off at the edge of the text anyway. */
const distances = [-100, 100] as const;
const percents = [0, 100] as const;
/** As Misskey bounds it. */
const scales = [-5, 5] as const;

const stills: readonly (readonly [string, MakeLook])[] = [
  ['x2', () => look('mfm-large', { '--mfm-size': '200%' })],
  ['x3', () => look('mfm-large', { '--mfm-size': '400%' })],
  ['x4', () => look('mfm-large', { '--mfm-size': '600%' })],
  [
    'flip',
    (args) => {
      const upright = hasArg(args, 'v');
      const sideways = hasArg(args, 'h') || !upright;
      return look('mfm-box', { transform: `scale(${sideways ? -1 : 1}, ${upright ? -1 : 1})` });
    },
  ],
  [
    'font',
    (args) => {
      const font = fonts.find((name) => hasArg(args, name));
      return look('mfm-box', font === undefined ? {} : { 'font-family': font });
    },
  ],
  ['blur', () => look('mfm-blur')],
  [
    'rotate',
    (args) =>
      look('mfm-box', { transform: `rotate(${numberArg(args, 'deg', 90, [-36_000, 36_000])}deg)` }),
  ],
  [
    'position',
    (args) => {
      const [x, y] = [numberArg(args, 'x', 0, distances), numberArg(args, 'y', 0, distances)];
      return look('mfm-box', { transform: `translate(${x}em, ${y}em)` });
    },
  ],
  [
    'scale',
    (args) => {
      const [x, y] = [numberArg(args, 'x', 1, scales), numberArg(args, 'y', 1, scales)];
      return look(
        'mfm-box',
        { transform: `scale(${x}, ${y})` },
        Math.max(1, Math.abs(x), Math.abs(y)),
      );
    },
  ],
  ['fg', (args) => look('mfm-box', { color: colorArg(args, 'color') ?? '#f00' })],
  ['bg', (args) => look('mfm-box', { 'background-color': colorArg(args, 'color') ?? '#f00' })],
  [
    'border',
    (args) =>
      look(hasArg(args, 'noclip') ? 'mfm-box' : 'mfm-box mfm-clipped', {
        border: [
          `${numberArg(args, 'width', 1, [0, 32])}px`,
          wordArg(args, 'style', borderStyles) ?? 'solid',
          colorArg(args, 'color') ?? 'var(--accent)',
        ].join(' '),
        'border-radius': `${numberArg(args, 'radius', 0, [0, 999])}px`,
      }),
  ],
  // Of Sharkey: cuts away a part of each side.
  [
    'crop',
    (args) => {
      const sides = ['top', 'right', 'bottom', 'left'] as const;
      const inset = sides.map((side) => `${numberArg(args, side, 0, percents)}%`).join(' ');
      return look('mfm-box', { 'clip-path': `inset(${inset})` });
    },
  ],
  // These do something only in the web client: a game's button, a content that follows the pointer.
  ['clickable', () => look('')],
  ['followmouse', () => look('')],
];

const looks: ReadonlyMap<string, MakeLook> = new Map([...motions, ...stills]);
const moving: ReadonlySet<string> = new Set(motions.map(([name]) => name));

/** How a function shows its content; null for one that is not known. */
export function fnLook(name: string, args: FnArgs): FnLook | null {
  return looks.get(name)?.(args) ?? null;
}

/** Whether a function moves its content for as long as it is seen. */
export function isMoving(name: string): boolean {
  return moving.has(name);
}
