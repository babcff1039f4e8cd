/**
 * The MQTT library, in a bundle of its own (vite.config.ts): whoever has no MQTT feed never reads it. Import it
 * with `import()` only, here and in the demo's broker, which takes the codec.
 */
export { MqttClient, Store } from 'mqtt';
export { generate, parser } from 'mqtt-packet';
