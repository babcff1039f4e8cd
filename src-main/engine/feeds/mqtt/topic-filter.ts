/** Which topics are wanted, and how surely each message is to be delivered. */
export interface Topic {
  readonly filter: string;
  readonly qos: 0 | 1 | 2;
}

/** Strings of MQTT say their length in two bytes (MQTT 5, §1.5.4). */
const longestString = 65_535;

/**
 * Whether a broker can be asked for it: `+` stands for a whole level, `#` for a whole level and all below it
 * (MQTT 5, §4.7). Shared ones (`$share/NAME/FILTER`, §4.8.2) count, too: brokers know them in 3.1.1 as well.
 */
export function isTopicFilter(text: string): boolean {
  if (!isString(text) || text === '') return false;
  const shared = sharedFilter(text);
  if (shared === null) return areLevels(text.split('/'));
  return (
    /^[^+#]+$/.test(shared.name) && shared.filter !== '' && areLevels(shared.filter.split('/'))
  );
}

/** Whether a message can have it for a topic: neither empty nor with wildcards. */
export function isTopicName(text: string): boolean {
  return text !== '' && !/[+#\0]/.test(text);
}

/** Whether a text can be sent at all, as a topic or a client id. */
export function isString(text: string): boolean {
  return (
    !text.includes('\0') &&
    // Half of a surrogate pair has no UTF-8.
    !/\p{Surrogate}/u.test(text) &&
    // The window's types lead here, and know no `Buffer`.
    (text.length * 3 <= longestString || new TextEncoder().encode(text).length <= longestString)
  );
}

/** Whether one filter matches all that another one does. A topic counts as a filter that matches itself. */
export function covers(filter: string, other: string): boolean {
  if (filter === other) return true;
  if (sharedFilter(filter) !== null || sharedFilter(other) !== null) return false;
  return levelsCover(filter.split('/'), other.split('/'));
}

/** Tells which topics belong to one of these filters; of a shared one, those of the filter in it. */
export function topicMatcher(topics: readonly Topic[]): (topic: string) => boolean {
  const filters = topics.map(({ filter }) => (sharedFilter(filter)?.filter ?? filter).split('/'));
  return (topic) => {
    const levels = topic.split('/');
    return filters.some((filter) => levelsCover(filter, levels));
  };
}

/**
 * The same without filters that another one covers: for each filter that matches, a broker may send a message
 * once more (MQTT 5, §3.3.4). The one that stays gets the highest QoS.
 */
export function withoutCovered(topics: readonly Topic[]): readonly Topic[] {
  const isLeftTo =
    ({ filter }: Topic, at: number) =>
    (other: Topic, otherAt: number) =>
      otherAt !== at &&
      covers(other.filter, filter) &&
      // Of two that cover each other, the first stays.
      (otherAt < at || !covers(filter, other.filter));
  return topics.flatMap((topic, at) => {
    if (topics.some(isLeftTo(topic, at))) return [];
    const covered = topics.filter((other) => covers(topic.filter, other.filter));
    return [{ filter: topic.filter, qos: highest(covered) }];
  });
}

function highest(topics: readonly Topic[]): 0 | 1 | 2 {
  if (topics.some(({ qos }) => qos === 2)) return 2;
  return topics.some(({ qos }) => qos === 1) ? 1 : 0;
}

function sharedFilter(text: string): { readonly name: string; readonly filter: string } | null {
  const [first, name = '', ...rest] = text.split('/');
  return first === '$share' ? { name, filter: rest.join('/') } : null;
}

function areLevels(levels: readonly string[]): boolean {
  return levels.every(
    (level, at) =>
      level === '+' || (level === '#' && at === levels.length - 1) || !/[+#]/.test(level),
  );
}

function levelsCover(filter: readonly string[], other: readonly string[]): boolean {
  // Wildcards do not stand for what belongs to the broker itself (`$SYS/…`).
  if (other[0]?.startsWith('$') === true && filter[0] !== other[0]) return false;
  for (const [at, level] of filter.entries()) {
    // Matches the level above, too.
    if (level === '#') return true;
    const theirs = other[at];
    if (theirs === undefined || theirs === '#') return false;
    if (level !== '+' && level !== theirs) return false;
  }
  return filter.length === other.length;
}
