/** What a key press means to the field that records a shortcut. */
export type Recorded =
  | { readonly kind: 'keys'; readonly accelerator: string }
  /** Only keys that are held so far. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'cancel' }
  /** No shortcut that a program may take from everyone who types. */
  | { readonly kind: 'unusable' };

/** The part of a `KeyboardEvent` that counts. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const held = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'Super', 'Hyper', 'Fn', 'OS']);

/** Keys that are called otherwise in Electron's notation. */
const otherNames: ReadonlyMap<string, string> = new Map([
  [' ', 'Space'],
  ['+', 'Plus'],
  ['Enter', 'Return'],
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
]);
const sameNames = /^(F([1-9]|1\d|2[0-4])|Home|End|PageUp|PageDown|Insert|Delete|Backspace|Tab)$/;

/** Reads a key press; `isMac` decides what the Meta key is called. */
export function recordKey(event: PressedKey, isMac: boolean): Recorded {
  if (held.has(event.key)) return { kind: 'incomplete' };
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.key === 'Escape' && isPlain && !event.shiftKey) return { kind: 'cancel' };
  const key = keyName(event);
  if (key === null || (isPlain && !/^F\d/.test(key))) return { kind: 'unusable' };
  const modifiers = [
    ...(event.metaKey && isMac ? ['Command'] : []),
    ...(event.ctrlKey ? ['Control'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    ...(event.metaKey && !isMac ? ['Super'] : []),
  ];
  return { kind: 'keys', accelerator: [...modifiers, key].join('+') };
}

/** With Alt or Shift held a letter or digit may write something else: then it is the key that counts. */
function keyName({ key, code }: PressedKey): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const [, digit] = /^Digit(\d)$/.exec(code) ?? [];
  if (digit !== undefined) return digit;
  const [, numpad] = /^Numpad(\d)$/.exec(code) ?? [];
  if (numpad !== undefined) return `num${numpad}`;
  const other = otherNames.get(key);
  if (other !== undefined) return other;
  if (sameNames.test(key)) return key;
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter !== undefined) return letter;
  return /^[!-/:-@[-`{-~]$/.test(key) ? key : null;
}

const shortNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  darwin: { Command: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧', CommandOrControl: '⌘' },
  win32: { Control: 'Ctrl', CommandOrControl: 'Ctrl', Super: 'Win' },
  linux: { Control: 'Ctrl', CommandOrControl: 'Ctrl' },
};

/** The keys of a shortcut, as they are printed on the keyboard. */
export function keyNames(
  accelerator: string,
  platform: 'linux' | 'darwin' | 'win32',
): readonly string[] {
  return accelerator.split('+').map((part) => shortNames[platform]?.[part] ?? part);
}
