// Electron's notation: https://www.electronjs.org/docs/latest/api/accelerator

const modifiers: ReadonlyMap<string, string> = new Map([
  ['command', 'Command'],
  ['cmd', 'Command'],
  ['control', 'Control'],
  ['ctrl', 'Control'],
  ['commandorcontrol', 'CommandOrControl'],
  ['cmdorctrl', 'CommandOrControl'],
  ['alt', 'Alt'],
  ['option', 'Alt'],
  ['altgr', 'AltGr'],
  ['shift', 'Shift'],
  ['super', 'Super'],
  ['meta', 'Super'],
]);
const order = ['CommandOrControl', 'Command', 'Control', 'Alt', 'AltGr', 'Shift', 'Super'];

const named = [
  ...['Plus', 'Space', 'Tab', 'Backspace', 'Delete', 'Insert', 'Return', 'Up', 'Down', 'Left'],
  ...['Right', 'Home', 'End', 'PageUp', 'PageDown', 'Escape', 'PrintScreen', 'VolumeUp'],
  ...['VolumeDown', 'VolumeMute', 'MediaNextTrack', 'MediaPreviousTrack', 'MediaStop'],
  ...['MediaPlayPause', 'numdec', 'numadd', 'numsub', 'nummult', 'numdiv'],
];
const keys: ReadonlyMap<string, string> = new Map(named.map((key) => [key.toLowerCase(), key]));

/**
 * A shortcut in the one way that Suzu writes it (`CommandOrControl+Shift+S`); null when it is none, or
 * when it would take a key from everyone who types: what is not a function key needs more than Shift.
 */
export function parseAccelerator(text: string): string | null {
  if (text.length > 100) return null;
  const parts = text.split('+').map((part) => part.trim());
  const key = keyOf(parts.at(-1) ?? '');
  const held = parts.slice(0, -1).map((part) => modifiers.get(part.toLowerCase()));
  if (key === null || new Set(held).size !== held.length) return null;
  const sorted = order.filter((modifier) => held.includes(modifier));
  if (sorted.length !== held.length) return null;
  const isAlone = sorted.every((modifier) => modifier === 'Shift');
  return isAlone && !/^F\d+$|^Media/.test(key) ? null : [...sorted, key].join('+');
}

function keyOf(text: string): string | null {
  if (/^f([1-9]|1\d|2[0-4])$/i.test(text) || /^[a-z0-9]$/i.test(text)) return text.toUpperCase();
  if (/^num\d$/i.test(text)) return text.toLowerCase();
  // Punctuation as it stands on the key.
  if (/^[!-/:-@[-`{-~]$/.test(text)) return text;
  return keys.get(text.toLowerCase()) ?? null;
}
