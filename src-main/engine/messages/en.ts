export const en = {
  tray: {},
};
