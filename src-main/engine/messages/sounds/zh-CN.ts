import type { SoundMessages } from './en.ts';

export const soundsZhCn: SoundMessages = {
  missing: (name) => `找不到声音 ${name}。请在设置中选择其他声音。`,
  notAFile: (name) => `${name} 不是文件。请选择声音文件。`,
  notLocal: (name) => `声音 ${name} 不在这台电脑上。请复制过来后重新选择。`,
  tooLarge: (name) => `声音 ${name} 超过 10 MB。请选择更短的声音。`,
  unreadable: (name) => `没有读取声音 ${name} 的权限。请更改权限或选择其他声音。`,
  notASound: (name) => `${name} 不是支持的声音文件。请选择 WAV、Ogg、FLAC、MP3、M4A 或 AIFF 文件。`,
  notPlayed: (name) => `这台电脑无法播放声音 ${name}。请选择其他声音；WAV 文件在任何地方都能播放。`,
  noPlayer:
    '未找到播放声音的程序。请安装 pw-play（PipeWire）或 paplay（PulseAudio），或者选择桌面自带的声音。',
  choose: '选择声音',
  files: '声音文件',
  sampleTitle: 'Suzu',
  sampleBody: '通知的声音就是这样。',
};
