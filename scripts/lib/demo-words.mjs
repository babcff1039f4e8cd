// @ts-check

/**
 * A line of the app's `--trace`, as far as words are made of it.
 * @typedef {Record<string, unknown> & { t: number, at: string }} TraceLine
 */

/**
 * @param {string} text
 * @returns {TraceLine | undefined} undefined where the text is no line of a trace
 */
export function readTraceLine(text) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('t' in value) || !('at' in value)) return;
  const { t, at } = value;
  return typeof t === 'number' && typeof at === 'string' ? { ...value, t, at } : undefined;
}

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '');

/** @param {TraceLine} line */
const because = (line) => (text(line['reason']) === '' ? '' : ` (${text(line['reason'])})`);

/** @type {Record<string, (line: TraceLine) => string | undefined>} */
const words = {
  stream: (line) => {
    const state = text(line['state']);
    const isFeed = text(line['account']).startsWith('feed-');
    const states = isFeed ? { ...streamStates, subscribing: 'connected' } : streamStates;
    return `${isFeed ? 'Feed      ' : 'Stream    '}${states[state] ?? state}${because(line)}`;
  },
  // Every notice gets a decision, which says more.
  notice: () => undefined,
  decision: (line) =>
    // A toast that is shown speaks for itself.
    line['decision'] === 'shown'
      ? undefined
      : `Notice    ${text(line['decision'])}${because(line)}`,
  toast: (line) => {
    const [title, body] = [text(line['title']), text(line['body'])];
    const what = body === '' ? title : `${title} — ${body}`;
    return `Toast     ${text(line['result'])}${because(line)}  ${what}`;
  },
  timeline: (line) => {
    const said = timelineChanges[text(line['change'])] ?? text(line['change']);
    return `Timeline  ${said} (${text(line['timeline'])})`;
  },
};

/** @type {Readonly<Record<string, string>>} */
const streamStates = {
  connecting: 'connecting …',
  subscribing: 'connected; asking for the account’s events …',
  online: 'online: the server said so',
  stale: 'silent for too long; connecting anew',
  waiting: 'down; trying again soon',
  refused: 'refused',
};

/** @type {Record<string, string>} */
const timelineChanges = {
  insert: 'a new note',
  update: 'a note changed',
  remove: 'a note was deleted',
};

/**
 * Says a line of the trace to a person.
 * @param {TraceLine} line
 * @returns {string | undefined} undefined where there is nothing new to say
 */
export function inWords(line) {
  const said = Object.hasOwn(words, line.at) ? words[line.at]?.(line) : undefined;
  return said === undefined ? undefined : `${(line.t / 1000).toFixed(1).padStart(7)} s  ${said}`;
}
