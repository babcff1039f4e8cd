import type { TimelineName } from '../../src-main/ipc/contract.ts';
import type { IconName } from '../icons/paths.ts';

/** The icons that Misskey's own client gives its timelines. */
export const timelineIcons: Readonly<Record<TimelineName, IconName>> = {
  home: 'home',
  local: 'planet',
  social: 'rocket',
  global: 'world',
};
