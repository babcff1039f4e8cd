import * as v from 'valibot';
import { packEmojiDetailed, packEmojiSimple } from '../../pack/emoji.ts';
import { packPolicies } from '../../pack/policies.ts';
import { emojiKey } from '../../world/emojis.ts';
import type { Packed } from '../../world/events.ts';
import type { World } from '../../world/world.ts';
import { type Endpoint, openEndpoint } from '../endpoint.ts';
import { internalError } from '../errors.ts';

/** What anybody may ask about the server. */
export const serverInfoEndpoints: readonly Endpoint[] = [
  openEndpoint(
    'meta',
    {},
    v.object({ detail: v.optional(v.boolean(), true) }),
    (world, { detail }) => packMeta(world, detail),
  ),
  openEndpoint('emojis', { allowGet: true }, v.object({}), (world) => ({
    emojis: [...world.emojis.values()]
      .filter(({ host }) => host === null)
      .map((emoji) => packEmojiSimple(world, emoji)),
  })),
  openEndpoint('emoji', { allowGet: true }, v.object({ name: v.string() }), (world, { name }) => {
    const emoji = world.emojis.get(emojiKey(name, null));
    if (emoji === undefined)
      throw internalError(
        `Could not find any entity of type "MiEmoji" matching: ${JSON.stringify({ where: { name } })}`,
        'EntityNotFoundError',
      );
    return packEmojiDetailed(world, emoji);
  }),
  openEndpoint('ping', {}, v.object({}), (world) => ({ pong: world.clock.now() })),
];

function packMeta(world: World, detail: boolean): Packed {
  return {
    maintainerName: null,
    maintainerEmail: null,
    version: world.dialect.version,
    providesTarball: false,
    name: 'Suzu Demo',
    shortName: null,
    uri: world.origin,
    description: 'A small town that lives inside this app.',
    langs: ['ja', 'ko', 'en', 'zh-CN'],
    tosUrl: null,
    repositoryUrl: null,
    feedbackUrl: null,
    impressumUrl: null,
    privacyPolicyUrl: null,
    inquiryUrl: null,
    disableRegistration: true,
    emailRequiredForSignup: false,
    enableHcaptcha: false,
    hcaptchaSiteKey: null,
    enableMcaptcha: false,
    mcaptchaSiteKey: null,
    mcaptchaInstanceUrl: null,
    enableRecaptcha: false,
    recaptchaSiteKey: null,
    enableTurnstile: false,
    turnstileSiteKey: null,
    enableTestcaptcha: false,
    googleAnalyticsMeasurementId: null,
    swPublickey: null,
    themeColor: '#966208',
    mascotImageUrl: '/assets/ai.png',
    bannerUrl: null,
    infoImageUrl: null,
    serverErrorImageUrl: null,
    notFoundImageUrl: null,
    iconUrl: `${world.origin}/files/emoji-suzu`,
    backgroundImageUrl: null,
    logoImageUrl: null,
    maxNoteTextLength: world.noteLimits.textLength,
    defaultLightTheme: null,
    defaultDarkTheme: null,
    clientOptions: {},
    ads: [],
    notesPerOneAd: 0,
    enableEmail: false,
    enableServiceWorker: false,
    translatorAvailable: false,
    serverRules: [],
    policies: packPolicies(world),
    sentryForFrontend: null,
    mediaProxy: `${world.origin}/proxy`,
    enableUrlPreview: true,
    noteSearchableScope: 'global',
    maxFileSize: 262144000,
    federation: 'none',
    ...(detail ? packMetaDetail(world) : {}),
  };
}

function packMetaDetail(world: World): Packed {
  const own = [...world.emojis.values()].filter(({ host }) => host === null);
  return {
    // Where there is no endpoint for them, they are here.
    ...(world.dialect.hasEndpoint('emojis')
      ? {}
      : { emojis: own.map((emoji) => packEmojiSimple(world, emoji)) }),
    cacheRemoteFiles: false,
    cacheRemoteSensitiveFiles: false,
    requireSetup: false,
    proxyAccountName: null,
    features: {
      localTimeline: world.policies.ltlAvailable,
      globalTimeline: world.policies.gtlAvailable,
      registration: false,
      emailRequiredForSignup: false,
      hcaptcha: false,
      recaptcha: false,
      turnstile: false,
      objectStorage: false,
      serviceWorker: false,
      miauth: true,
    },
  };
}
