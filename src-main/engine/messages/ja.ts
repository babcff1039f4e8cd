import type { Messages } from './index.ts';

export const ja: Messages = {
  tray: {},
};
