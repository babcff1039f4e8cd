import type { SoundMessages } from './en.ts';

export const soundsJa: SoundMessages = {
  missing: (name) => `音 ${name} が見つかりません。設定で別の音を選んでください。`,
  notAFile: (name) => `${name} はファイルではありません。音声ファイルを選んでください。`,
  notLocal: (name) =>
    `音 ${name} はこのコンピューターにありません。コピーしてから選び直してください。`,
  tooLarge: (name) => `音 ${name} は10 MBを超えています。もっと短いものを選んでください。`,
  unreadable: (name) =>
    `音 ${name} を読み込む権限がありません。権限を変えるか、別の音を選んでください。`,
  notASound: (name) =>
    `${name} は対応している音声ファイルではありません。WAV、Ogg、FLAC、MP3、M4A、AIFFのいずれかを選んでください。`,
  notPlayed: (name) =>
    `このコンピューターでは音 ${name} を再生できませんでした。別の音を選んでください。WAVならどこでも再生できます。`,
  noPlayer:
    '音を再生するプログラムが見つかりません。pw-play（PipeWire）かpaplay（PulseAudio）をインストールするか、デスクトップの音を選んでください。',
  choose: '音を選ぶ',
  files: '音声ファイル',
  sampleTitle: 'Suzu',
  sampleBody: '通知はこのように鳴ります。',
};
