import type { Packed } from '../world/events.ts';

/**
 * Joins neighbouring reactions to one note and neighbouring renotes of one note, as
 * i/notifications-grouped does. A group has the id of its oldest member and the time of its newest, so
 * that its id is no cursor.
 */
export function groupNotifications(items: readonly Packed[]): Packed[] {
  const groups: Packed[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    if (group !== undefined && first !== undefined && groupKey(first) === groupKey(item))
      group.push(item);
    else groups.push([item]);
  }
  return groups.map(joinGroup);
}

/** What neighbours must have in common; an item that is not joined has a key of its own. */
function groupKey(item: Packed): string {
  const note = item['note'];
  if (item['type'] === 'reaction') return `reaction ${field(note, 'id')}`;
  if (item['type'] === 'renote') return `renote ${field(note, 'renoteId')}`;
  return `alone ${String(item['id'])}`;
}

function joinGroup(group: readonly Packed[]): Packed {
  const newest = group[0] ?? {};
  const oldest = group.at(-1) ?? {};
  if (group.length < 2) return newest;
  const common = { id: oldest['id'], createdAt: newest['createdAt'], note: newest['note'] };
  return newest['type'] === 'reaction'
    ? {
        ...common,
        type: 'reaction:grouped',
        reactions: group.map((item) => ({ user: item['user'], reaction: item['reaction'] })),
      }
    : {
        ...common,
        type: 'renote:grouped',
        createdAt: oldest['createdAt'],
        users: group.map((item) => item['user']),
      };
}

function field(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Reflect.get(value, name);
  return String(found);
}
