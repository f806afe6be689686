// SPDX-License-Identifier: Apache-2.0
// This browser as a holder of a person's user key: becoming the first one, becoming a further one by the recovery code,
// and opening the key at each load. docs/security/keys.md, sections 4, 7 and 8.
import { Refused, base64, random, same, unbase64, uuid } from './bytes.js';
import * as keylog from './keylog.js';
import * as recovery from './recovery.js';
import { recall, remember } from './store.js';
import * as userkey from './userkey.js';
import * as x25519 from './x25519.js';

/**
 * @typedef {object} Desk what the server keeps for a person
 * @property {string | null} member their id
 * @property {string[]} log
 * @property {{id: string, kind: string, key: string, wrapped: string}[]} holders
 */

/**
 * @typedef {object} Holding what is to be kept of new keys
 * @property {string} member
 * @property {boolean} anew
 * @property {string[]} entries
 * @property {{id: string, kind: string, key: string, wrapped: string}[]} holders
 */

/**
 * @param {Desk} desk
 * @returns {Promise<userkey.UserKey | null>} null where this browser is no holder; refuses a log that it cannot trust
 */
export async function unlock(desk) {
  const device = desk.member && await recall('devices', desk.member);
  if (!device) return null;
  const person = uuid(desk.member);
  const known = await keylog.check(person, desk.log.map(unbase64), device.log);
  if (known.replaced) throw new Refused('replaced');
  const kept = desk.holders.find(each => each.id === device.holder);
  const logged = known.holders.get(keylog.named(uuid(device.holder)));
  if (!kept || !logged || !same(logged, device.pair.open)) return null;
  const secret = await userkey.unwrap(device.pair, person, uuid(device.holder), known.open, unbase64(kept.wrapped));
  const key = await userkey.from(secret);
  secret.fill(0);
  await remember('devices', desk.member, { ...device, log: { number: known.number, hash: known.hash } });
  return key;
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

/** Makes this browser a holder, and remembers that it is. */
async function hold(member, secret, key, log) {
  const pair = await x25519.generate(false);
  const holder = crypto.randomUUID();
  await log.add(keylog.DEVICE, uuid(holder), pair.open);
  const wrapped = base64(await userkey.wrap(secret, uuid(member), uuid(holder), pair.open));
  return { kept: { id: holder, kind: 'DEVICE', key: base64(pair.open), wrapped }, device: { holder, pair } };
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
  const pair = await recovery.pair(code, person);
  const holder = crypto.randomUUID();
  await log.add(keylog.RECOVERY, uuid(holder), pair.open);
  const proof = await recovery.proof(code, person, key.open);
  const wrapped = base64(await userkey.wrap(secret, person, uuid(holder), pair.open, proof));
  secret.fill(0);
  const holders = [kept, { id: holder, kind: 'RECOVERY', key: base64(pair.open), wrapped }];
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

/** @returns {Uint8Array} a fresh recovery code */
export const freshCode = () => random(16);
