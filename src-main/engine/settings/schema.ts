import * as v from 'valibot';
import { locales } from '../messages/index.ts';
import { loudnesses, privacyLevels, type Settings, textSizes } from './settings.ts';

// Loose objects: what a newer Suzu wrote inside them stays when they are written again.

const filled = v.pipe(v.string(), v.nonEmpty(), v.maxLength(4_096));
const key = v.pipe(v.string(), v.nonEmpty(), v.maxLength(512));
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const minutes = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(24 * 60 - 1));

/** What may be heard. */
export const soundSchema = v.union([
  v.looseObject({ kind: v.picklist(['system', 'bell', 'none']) }),
  v.looseObject({ kind: v.literal('file'), path: filled }),
]);
const typeRules = v.record(
  key,
  v.looseObject({
    loudness: v.exactOptional(v.picklist(loudnesses)),
    sound: v.exactOptional(soundSchema),
  }),
);
const words = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(512))),
  v.maxLength(1_000),
);
const weekday = v.picklist([0, 1, 2, 3, 4, 5, 6]);
const accelerator = v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)));
const privacyLevel = v.picklist(privacyLevels);

const rules = v.looseObject({
  types: typeRules,
  accounts: v.record(key, typeRules),
  mutedWords: words,
  mutedUsers: words,
  onlyFollowed: v.boolean(),
  quietHours: v.looseObject({
    on: v.boolean(),
    spans: v.pipe(
      v.array(v.looseObject({ days: v.array(weekday), from: minutes, to: minutes })),
      v.maxLength(50),
    ),
  }),
  heedDoNotDisturb: v.boolean(),
  holdInFullScreen: v.boolean(),
  quietWhileFocused: v.boolean(),
});

const proxy = v.variant('mode', [
  v.looseObject({ mode: v.picklist(['system', 'direct']) }),
  v.looseObject({
    mode: v.literal('manual'),
    server: filled,
    bypass: v.pipe(v.string(), v.maxLength(4_096)),
  }),
  v.looseObject({ mode: v.literal('pac'), url: filled }),
]);

/** What every setting may hold: in the file, in an import, and in what the window asks for. */
export const settingsSchema = v.looseObject({
  language: v.picklist(['system', ...locales]),
  theme: v.picklist(['system', 'light', 'dark']),
  textSize: v.picklist(textSizes),
  clickOpens: v.picklist(['browser', 'window']),
  startAtLogin: v.picklist(['unasked', 'off', 'tray', 'window']),
  rules,
  sound: v.looseObject({ general: soundSchema, volume: percent }),
  privacy: v.looseObject({ level: privacyLevel, levelWhileLocked: privacyLevel }),
  shortcuts: v.looseObject({ toggleWindow: accelerator, snooze: accelerator }),
  network: v.looseObject({ proxy, certificates: v.pipe(v.array(filled), v.maxLength(100)) }),
  saving: v.looseObject({ onBattery: v.boolean(), onMetered: v.boolean() }),
  history: v.looseObject({
    days: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(36_500))),
    megabytes: v.pipe(v.number(), v.minValue(1), v.maxValue(10_000)),
  }),
  updates: v.picklist(['automatic', 'off']),
}) satisfies v.GenericSchema<unknown, Settings>;

/** Whether these are changes to settings: known fields alone, each with a value that it may hold. */
export function isSettingsChange(value: unknown): value is Partial<Settings> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const schemas: Readonly<Record<string, v.GenericSchema>> = settingsSchema.entries;
  return Object.entries(value).every(([name, held]) => {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    return schema !== undefined && v.is(schema, held);
  });
}
