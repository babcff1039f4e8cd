import type { DemoUser } from './model.ts';
import { findUser, type World } from './world.ts';

const mentionForm = /(?<![\w@/])@([\w-]+(?:@[\w.:-]*\w)?)/g;
const tagForm = /(?<![\w#&/])#([\p{L}\p{N}_]+)/gu;

/** The users whom a note's text names, each once. */
export function mentionedUsers(world: World, text: string | null): DemoUser[] {
  const found = new Set<DemoUser>();
  for (const [, handle = ''] of (text ?? '').matchAll(mentionForm)) {
    const user = findUser(world, handle);
    if (user !== null) found.add(user);
  }
  return [...found];
}

/** The hashtags of a note's text, in lower case, each once. */
export function hashtags(text: string | null): string[] {
  const tags = [...(text ?? '').matchAll(tagForm)].map(([, tag = '']) => tag.toLowerCase());
  return [...new Set(tags)];
}
