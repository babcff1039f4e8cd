import { expect, test } from 'vitest';
import {
  type BusQuestion,
  busFact,
  readBoolean,
  readFirst,
} from '../../../../src-main/desktop/surroundings/bus-fact.ts';
import { propertyQuestion } from '../../../../src-main/desktop/surroundings/bus-property.ts';
import type { Told } from '../../../../src-main/desktop/surroundings/fact.ts';
import { busUp } from '../support/bus-up.ts';
import { settle } from '../support/settle.ts';

const service = 'org.example.Saver';
const path = '/org/example/Saver';
const question: BusQuestion = {
  service,
  path,
  interface: service,
  member: 'GetActive',
  read: readFirst,
  signals: [{ interface: service, member: 'ActiveChanged', read: readFirst }],
};
const property = propertyQuestion({
  service,
  path,
  interface: service,
  property: 'Active',
  read: readBoolean,
});
const owner = ':1.5';

async function follow(about: BusQuestion = question) {
  const parts = await busUp();
  const told: Told[] = [];
  const end = busFact(parts.bus, parts.clock, about)((value) => told.push(value));
  await settle();
  const answer = async (member: string, body: readonly unknown[]) => {
    parts.last().answer(member, body);
    await settle();
  };
  const asked = () => parts.last().calls.filter((call) => call.destination === owner);
  return { ...parts, told, end, answer, asked };
}

/** Up to the first answer, of a service that runs. */
async function followed(about: BusQuestion = question, body: readonly unknown[] = [false]) {
  const parts = await follow(about);
  await parts.answer('GetNameOwner', [owner]);
  await parts.answer(about.member, body);
  return parts;
}

test('a service that runs is asked by its unique name, and its signals are followed', async () => {
  const { told, asked, last } = await followed();
  expect(asked()).toMatchObject([{ path, interface: service, member: 'GetActive' }]);
  last().signal(service, 'ActiveChanged', [true], path, owner);
  expect(told).toEqual([false, true]);
});

test('asking starts no service', async () => {
  const { told, last } = await follow();
  last().refuse('GetNameOwner', 'org.freedesktop.DBus.Error.NameHasNoOwner');
  await settle();
  expect(told).toEqual([null]);
  expect(last().calls.every(({ destination }) => destination === 'org.freedesktop.DBus')).toBe(
    true,
  );
});

test('a service that takes over is asked, and the one before it is no longer heard', async () => {
  const { told, last, answer, asked } = await followed();
  last().signal('org.freedesktop.DBus', 'NameOwnerChanged', [service, owner, ':1.8']);
  await settle();
  last().signal(service, 'ActiveChanged', [true], path, owner);
  expect(told).toEqual([false]);
  await answer('GetNameOwner', [owner]);
  await answer('GetActive', [true]);
  expect(told).toEqual([false, true]);
  expect(asked()).toHaveLength(2);
});

test('a program that only claims to be the service is not believed', async () => {
  const { told, last } = await followed();
  last().signal(service, 'ActiveChanged', [true], path, ':1.66');
  expect(told).toEqual([false]);
});

test.each([['yes'], [[]], [null]])('the answer %j is none', async (body) => {
  const { told } = await followed(question, [body]);
  expect(told).toEqual([null]);
});

test('a signal that makes no sense has the service asked again', async () => {
  const { told, last, asked, answer } = await followed();
  last().signal(service, 'ActiveChanged', ['maybe'], path, owner);
  await settle();
  await answer('GetNameOwner', [owner]);
  await answer('GetActive', [true]);
  expect(asked()).toHaveLength(2);
  expect(told).toEqual([false, true]);
});

test('one that does not answer tells nothing, and is asked again after a while', async () => {
  const { told, clock, answer, asked } = await follow();
  await answer('GetNameOwner', [owner]);
  clock.advance(3_000);
  await settle();
  expect(told).toEqual([null]);
  clock.advance(60_000);
  await settle();
  await answer('GetNameOwner', [owner]);
  expect(asked()).toHaveLength(2);
  await answer('GetActive', [true]);
  expect(told).toEqual([null, true]);
});

test('an answer that a signal has overtaken is not taken', async () => {
  const { told, last, answer } = await follow();
  await answer('GetNameOwner', [owner]);
  last().signal(service, 'ActiveChanged', [true], path, owner);
  await answer('GetActive', [false]);
  expect(told).toEqual([true]);
});

test('a bus that goes away tells nothing any more, until it is back', async () => {
  const { told, ends, last, clock, answer } = await followed(question, [true]);
  last().down();
  expect(told).toEqual([true, null]);
  clock.advance(1_000);
  expect(ends).toHaveLength(2);
  await answer('Hello', [':1.10']);
  await answer('GetNameOwner', [owner]);
  await answer('GetActive', [true]);
  expect(told).toEqual([true, null, true]);
});

test('after its end nothing is told, and no timer is left', async () => {
  const { told, last, end, clock } = await followed();
  end();
  last().signal(service, 'ActiveChanged', [true], path, owner);
  expect(told).toEqual([false]);
  clock.advance(5_000);
  expect(clock.pending).toBe(0);
});

const changes = (changed: Record<string, unknown>, invalidated: readonly string[] = []) => [
  service,
  changed,
  invalidated,
];
const propertiesChanged = 'PropertiesChanged';
const propertiesInterface = 'org.freedesktop.DBus.Properties';

test('a property is read, and its changes are', async () => {
  const { told, last } = await followed(property, [{ signature: 'b', value: false }]);
  const change = (body: readonly unknown[]) =>
    last().signal(propertiesInterface, propertiesChanged, body, path, owner);
  change(changes({ Other: { signature: 'u', value: 1 } }));
  change(changes({ Active: { signature: 'b', value: true } }));
  expect(told).toEqual([false, true]);
});

test('a property that is only said to have changed is asked for', async () => {
  const { last, asked } = await followed(property, [{ signature: 'b', value: false }]);
  last().signal(propertiesInterface, propertiesChanged, changes({}, ['Active']), path, owner);
  await settle();
  last().answer('GetNameOwner', [owner]);
  await settle();
  expect(asked()).toHaveLength(2);
});

test('an object that tells its changes under another path is asked under its own', async () => {
  const about = { service, path, interface: service, property: 'Active', read: readBoolean };
  const aliased = propertyQuestion({ ...about, hasAlias: true });
  const { told, last, asked } = await followed(aliased, [{ signature: 'b', value: false }]);
  const body = changes({ Active: { signature: 'b', value: true } });
  last().signal(propertiesInterface, propertiesChanged, body, '/org/example/other', owner);
  await settle();
  last().answer('GetNameOwner', [owner]);
  await settle();
  expect(asked()).toHaveLength(2);
  expect(told).toEqual([false]);
});
