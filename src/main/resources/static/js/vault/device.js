// SPDX-License-Identifier: Apache-2.0
// This browser as a holder of a person's user key: becoming the first one, becoming a further one by the recovery code,
// and opening the key at each load. docs/security/keys.md, sections 4, 7 and 8.
import { Refused, base64, random, same, unbase64, uuid } from './bytes.js';
import { deviceWords } from './sixwords.js';
import * as keylog from './keylog.js';
import * as recovery from './recovery.js';
import { forget, recall, remember } from './store.js';
import * as userkey from './userkey.js';
import * as x25519 from './x25519.js';

/**
 * @typedef {object} Desk what the server keeps for a person
 * @property {string | null} member their id
 * @property {string[]} log
 * @property {{id: string, kind: string, key: string, wrapped: string, since: string}[]} holders
 * @property {{id: string, key: string, at: string}[]} askings browsers that ask to be let in
 */

/**
 * @typedef {object} Holding what is to be kept of new keys
 * @property {string} member
 * @property {boolean} anew
 * @property {string[]} entries
 * @property {{id: string, kind: string, key: string, wrapped: string}[]} holders
 * @property {string[]} [removed] ids of holders that are none any longer
 */

/** What this browser is as a holder, and the user key that it opens; null where it is none. */
async function opened(desk) {
  const device = desk.member && await recall('devices', desk.member);
  if (!device) return null;
  const person = uuid(desk.member);
  const known = await keylog.check(person, desk.log.map(unbase64), device.log);
  if (known.replaced) throw new Refused('replaced');
  const kept = desk.holders.find(each => each.id === device.holder);
  const logged = known.holders.get(keylog.named(uuid(device.holder)));
  if (!kept || !logged || !same(logged, device.pair.open)) return null;
  const secret = await userkey.unwrap(device.pair, person, uuid(device.holder), known.open, unbase64(kept.wrapped));
  return { device, person, known, secret, key: await userkey.from(secret) };
}

/**
 * @param {Desk} desk
 * @returns {Promise<{key: userkey.UserKey, known: keylog.Known, holder: string} | null>} null where this browser is no
 *   holder; refuses a log that it cannot trust
 */
export async function unlock(desk) {
  const open = await opened(desk);
  if (!open) return null;
  open.secret.fill(0);
  const { device, known, key } = open;
  await remember('devices', desk.member, { ...device, log: { number: known.number, hash: known.hash } });
  return { key, known, holder: device.holder };
}

/** @param {Uint8Array} person @param {keylog.Known | null} known @param {userkey.UserKey} key */
function writing(person, known, key) {
  const entries = [];
  let number = known?.number ?? 0;
  let previous = known?.hash ?? keylog.NO_KEY;
  const add = async (act, holder = keylog.NO_ID, holderKey = keylog.NO_KEY) => {
    number++;
    const entry = await keylog.write({ number, person, act, holder, holderKey, open: key.open, previous }, key.signer);
    previous = await keylog.hash(entry);
    entries.push(base64(entry));
  };
  return { entries, add, last: () => ({ number, hash: previous }) };
}

/** Adds a browser as a holder to the log. */
async function admitted(member, secret, log, holder, open) {
  await log.add(keylog.DEVICE, uuid(holder), open);
  const wrapped = base64(await userkey.wrap(secret, uuid(member), uuid(holder), open));
  return { id: holder, kind: 'DEVICE', key: base64(open), wrapped };
}

/** Makes this browser a holder, and remembers that it is. */
async function hold(member, secret, key, log) {
  const pair = await x25519.generate(false);
  const holder = crypto.randomUUID();
  return { kept: await admitted(member, secret, log, holder, pair.open), device: { holder, pair } };
}

/** Adds a recovery code as a holder to the log. */
async function coded(person, secret, key, log, code) {
  const pair = await recovery.pair(code, person);
  const holder = crypto.randomUUID();
  await log.add(keylog.RECOVERY, uuid(holder), pair.open);
  const proof = await recovery.proof(code, person, key.open);
  const wrapped = base64(await userkey.wrap(secret, person, uuid(holder), pair.open, proof));
  return { id: holder, kind: 'RECOVERY', key: base64(pair.open), wrapped };
}

/**
 * A new user key, held by this browser and by a recovery code.
 * @param {Desk} desk
 * @param {Uint8Array} code 16 random bytes
 * @returns {Promise<{keeping: Holding, settle: () => Promise<void>}>} settle once the server kept it
 */
export async function enrol(desk, code) {
  const member = desk.member ?? crypto.randomUUID();
  const person = uuid(member);
  const known = desk.member ? await keylog.check(person, desk.log.map(unbase64)) : null;
  const secret = userkey.fresh();
  const key = await userkey.from(secret);
  const log = writing(person, known, key);
  await log.add(keylog.KEY);
  const { kept, device } = await hold(member, secret, key, log);
  const holders = [kept, await coded(person, secret, key, log, code)];
  secret.fill(0);
  return {
    keeping: { member, anew: true, entries: log.entries, holders },
    settle: () => remember('devices', member, { ...device, log: log.last() }),
  };
}

/**
 * Makes this browser a holder by the recovery code.
 * @param {Desk} desk
 * @param {Uint8Array} code
 * @returns {Promise<{keeping: Holding, settle: () => Promise<void>}>} refuses a code that is not theirs
 */
export async function recover(desk, code) {
  const person = uuid(desk.member);
  const device = await recall('devices', desk.member);
  const known = await keylog.check(person, desk.log.map(unbase64), device?.log);
  const pair = await recovery.pair(code, person);
  const kept = desk.holders.find(each => each.kind === 'RECOVERY' && each.key === base64(pair.open));
  if (!kept || !same(known.holders.get(keylog.named(uuid(kept.id))) ?? keylog.NO_KEY, pair.open)) {
    throw new Refused('recovery code');
  }
  const proof = await recovery.proof(code, person, known.open);
  const secret = await userkey.unwrap(pair, person, uuid(kept.id), known.open, unbase64(kept.wrapped), proof);
  const key = await userkey.from(secret);
  const log = writing(person, known, key);
  const held = await hold(desk.member, secret, key, log);
  secret.fill(0);
  return {
    keeping: { member: desk.member, anew: false, entries: log.entries, holders: [held.kept] },
    settle: () => remember('devices', desk.member, { ...held.device, log: log.last() }),
  };
}

/** Opens the user key once more, changes who holds it, and drops it. */
async function changed(desk, act) {
  const open = await opened(desk);
  if (!open) throw new Refused('not kept');
  const { device, person, known, secret, key } = open;
  const log = writing(person, known, key);
  const { holders = [], removed = [] } = await act({ person, secret, key, log });
  secret.fill(0);
  return {
    keeping: { member: desk.member, anew: false, entries: log.entries, holders, removed },
    settle: () => remember('devices', desk.member, { ...device, log: log.last() }),
  };
}

/** @param {Desk} desk @param {string} holder who is to be none any longer */
export const remove = (desk, holder) => changed(desk, async ({ log }) => {
  await log.add(keylog.REMOVED, uuid(holder));
  return { removed: [holder] };
});

/** @param {Desk} desk @param {Uint8Array} code that takes the place of every code before */
export const replaceCode = (desk, code) => changed(desk, async ({ person, secret, key, log }) => {
  const holders = [await coded(person, secret, key, log, code)];
  const removed = desk.holders.filter(each => each.kind === 'RECOVERY').map(each => each.id);
  for (const each of removed) await log.add(keylog.REMOVED, uuid(each));
  return { holders, removed };
});

/** @param {Desk} desk @param {{id: string, key: string}} asking a browser that shows the same words */
export const admit = (desk, asking) => changed(desk, async ({ secret, log }) => ({
  holders: [await admitted(desk.member, secret, log, asking.id, unbase64(asking.key))],
}));

/**
 * @param {string} member
 * @param {userkey.Open} open of the key log as this browser was given it
 * @param {{id: string, key: string}} asking
 * @returns {Promise<string>} words that two browsers show alike if each has the other's true keys
 */
export const words = async (member, open, asking) =>
  (await deviceWords(uuid(member), open, uuid(asking.id), unbase64(asking.key))).join(' ');

/**
 * Asks another browser of the same person to let this one in.
 * @param {Desk} desk
 * @returns {Promise<{id: string, key: string}>} for the server to show there
 */
export async function ask(desk) {
  const known = await keylog.check(uuid(desk.member), desk.log.map(unbase64));
  const pair = await x25519.generate(false);
  const holder = crypto.randomUUID();
  await remember('devices', `${desk.member}/asking`, { holder, pair, open: known.open });
  return { id: holder, key: base64(pair.open), words: await words(desk.member, known.open, { id: holder, key: base64(pair.open) }) };
}

/** @param {Desk} desk @returns {Promise<boolean>} whether this browser was let in, for the key whose words it showed */
export async function letIn(desk) {
  const asked = await recall('devices', `${desk.member}/asking`);
  if (!asked || !desk.holders.some(each => each.id === asked.holder)) return false;
  const known = await keylog.check(uuid(desk.member), desk.log.map(unbase64));
  if (!same(known.open.agreement, asked.open.agreement) || !same(known.open.signature, asked.open.signature)) {
    throw new Refused('replaced');
  }
  await remember('devices', desk.member, {
    holder: asked.holder, pair: asked.pair, log: { number: known.number, hash: known.hash },
  });
  await forget('devices', `${desk.member}/asking`);
  return true;
}

/** @returns {Uint8Array} a fresh recovery code */
export const freshCode = () => random(16);
