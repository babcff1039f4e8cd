import type { Messages } from './index.ts';

export const ko: Messages = {
  tray: {},
};
