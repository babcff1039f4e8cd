/** The pictures that people post; width and height in pixels. */
export const photos = {
  sunset: { width: 960, height: 640, comment: '防波堤から見た夕焼け。空と海が橙色に光っている。' },
  desk: {
    width: 960,
    height: 640,
    comment: 'Ein Schreibtisch am Fenster mit Lampe, Notizbuch und einer Tasse Tee.',
  },
  ramen: { width: 960, height: 720, comment: '반숙 달걀과 파를 올린 라면 한 그릇' },
  cat: { width: 960, height: 720, comment: '窓辺で丸くなって眠る猫' },
} as const satisfies Record<
  string,
  { readonly width: number; readonly height: number; readonly comment: string }
>;

export type PhotoName = keyof typeof photos;
