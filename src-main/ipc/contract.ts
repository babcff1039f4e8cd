/**
 * Everything that crosses between the main process and the window, typed once for both sides.
 * Types only: the window imports nothing else from src-main, and nothing here ever holds a token.
 */
export type * from './contract/accounts.ts';
export type * from './contract/answers.ts';
export type * from './contract/basics.ts';
export type * from './contract/desktop.ts';
export type * from './contract/diagnostics.ts';
export type * from './contract/feeds.ts';
export type * from './contract/history.ts';
export type * from './contract/network.ts';
export type * from './contract/notes.ts';
export type * from './contract/notices.ts';
export type * from './contract/sounds.ts';
export type * from './contract/timelines.ts';
export type * from './contract/updates.ts';
export type * from './contract/window.ts';
