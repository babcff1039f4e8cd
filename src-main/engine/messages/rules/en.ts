/** What the rules make of notices. */
export const rulesEn = {
  /** Over a digest of what was held, by what held it. */
  titleHeld: {
    paused: (count: number) => `${count} notifications while paused`,
    'quiet-hours': (count: number) => `${count} notifications during quiet hours`,
    'do-not-disturb': (count: number) => `${count} notifications during do not disturb`,
    'full-screen': (count: number) => `${count} notifications during full screen`,
    /** Not one thing held all of them. */
    several: (count: number) => `${count} notifications were held back`,
  },
  /** Why a notice did not ring as usual. */
  reason: {
    digest: 'Part of a summary',
    'same-note': 'Rang together with others about the same note',
    'same-group': 'Rang together with others of its group',
    burst: 'Part of a summary: many came in a short time',
    'type-silent': 'Shown without a sound, as you set for this type',
    'low-urgency': 'Shown without a sound: it came as of low urgency',
    'own-act': 'You did this yourself: not rung',
    silent: 'Sent to be read, not to be rung',
    'type-off': 'Only kept, as you set for this type',
    'muted-user': 'Not rung: you muted this person',
    'muted-word': 'Not rung: it contains a word that you muted',
    'not-followed': 'Not rung: you do not follow this person',
    'too-old': 'Older than a day: not rung',
    paused: 'Held back: notifications were paused',
    'quiet-hours': 'Held back: it was within your quiet hours',
    'do-not-disturb': 'Held back: your desktop was set to do not disturb',
    'full-screen': 'Held back: a full-screen program was running',
    focused: 'Not rung: you had Suzu open in front of you',
    failed: 'The desktop did not show it',
  },
};

export type RuleMessages = typeof rulesEn;
