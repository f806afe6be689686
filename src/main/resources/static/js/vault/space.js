// SPDX-License-Identifier: Apache-2.0
// Where things are written: a person's own space, or a pair's. Its keys, what is in it in its order, and sealing more.
// docs/security/keys.md, sections 5 and 6.
import { Refused, base64, same, unbase64, uuid } from './bytes.js';
import * as epoch from './epoch.js';
import * as item from './item.js';

/** After so many days a new epoch begins. */
const DAYS = 90;

/**
 * @typedef {object} Member
 * @property {string} id
 * @property {import('./keylog.js').Known} known what their key log says
 */

/**
 * @typedef {object} Kept an item as the server keeps it
 * @property {string} id
 * @property {number} epoch
 * @property {number} sequence
 * @property {string} author
 * @property {string} at when the server got it, which it could say otherwise
 * @property {string} previous
 * @property {string} sealed
 */

/**
 * @typedef {object} Shelf a space as the server keeps it
 * @property {string} id
 * @property {string} share the server's half of the keys
 * @property {{number: number, giver: string, heads: string, since: string, given: string}[]} epochs given to this person
 */

/** @param {Member[]} members */
const heads = members => epoch.heads(members.map(each => ({ person: uuid(each.id), hash: each.known.hash })));

/**
 * @param {number} kind
 * @param {string} space
 * @param {number} number
 * @param {Member[]} members
 * @param {string} me
 * @param {import('./userkey.js').UserKey} key
 * @param {Uint8Array} epochKey
 * @returns {Promise<{epoch: number, heads: string, member: string[], given: string[]}>} the key, for each member
 */
async function give(kind, space, number, members, me, key, epochKey) {
  const now = await heads(members);
  const given = await Promise.all(members.map(each => epoch.give(
    epochKey, { kind, space: uuid(space), epoch: number, member: uuid(each.id), giver: uuid(me), heads: now },
    each.known.open.agreement, key.signer)));
  return { epoch: number, heads: base64(now), member: members.map(each => each.id), given: given.map(base64) };
}

/**
 * A new space, with a key for each of its members.
 * @param {number} kind
 * @param {Member[]} members
 * @param {string} me
 * @param {import('./userkey.js').UserKey} key
 */
export async function begin(kind, members, me, key) {
  const space = crypto.randomUUID();
  return { space, ...await give(kind, space, 1, members, me, key, epoch.fresh()) };
}

/** The key by which the giver signed, when the key logs of all members stood where these heads say. */
async function signedBy(wanted, giver, members) {
  const giving = members.find(each => each.id === giver);
  if (!giving) throw new Refused('another giver');
  const others = members.filter(each => each !== giving);
  for (const { hash, open } of giving.known.past.toReversed()) {
    const before = others.length === 0 ? [[]] : others[0].known.past.toReversed().map(each => [each]);
    for (const each of before) {
      const at = [{ person: uuid(giver), hash }, ...each.map(past => ({ person: uuid(others[0].id), hash: past.hash }))];
      if (same(await epoch.heads(at), wanted)) return open.signature;
    }
  }
  throw new Refused('another key log');
}

/**
 * @param {number} kind
 * @param {Shelf} shelf
 * @param {Member[]} members at most two
 * @param {string} me
 * @param {import('./userkey.js').UserKey} key
 * @returns {Promise<Space>} refuses keys that no member gave
 */
export async function open(kind, shelf, members, me, key) {
  const keys = new Map();
  for (const { number, giver, heads: then, given } of shelf.epochs) {
    const grant = {
      kind, space: uuid(shelf.id), epoch: number, member: uuid(me), giver: uuid(giver), heads: unbase64(then),
    };
    const by = await signedBy(grant.heads, giver, members);
    keys.set(number, await epoch.take(unbase64(given), grant, key.agreement, by));
  }
  return new Space(kind, shelf, members, me, key, keys);
}

/** A space that was opened. */
export class Space {
  #last = { sequence: 0, hash: item.NONE };
  #next = this.#last;
  #share;
  #keys;
  #key;

  constructor(kind, shelf, members, me, key, keys) {
    Object.assign(this, { kind, shelf, members, me });
    this.#share = unbase64(shelf.share);
    this.#keys = keys;
    this.#key = key;
  }

  /** @returns {{sequence: number, hash: Uint8Array}} the last item that was followed */
  get last() {
    return this.#last;
  }

  /** @returns {Uint8Array} the server's half of the keys */
  get share() {
    return this.#share;
  }

  /** @param {Kept} each */
  #place(each) {
    return {
      kind: this.kind, space: uuid(this.shelf.id), epoch: each.epoch, sequence: each.sequence, id: uuid(each.id),
      author: uuid(each.author), previous: unbase64(each.previous),
    };
  }

  /**
   * Takes note of what comes after the last item.
   * @param {Kept[]} items
   * @param {{sequence: number, hash: Uint8Array}} [seen] the last one that this browser knows of
   */
  async follow(items, seen) {
    if (items.some(each => !this.members.some(member => member.id === each.author))) throw new Refused('another author');
    const placed = items.map(each => ({ place: this.#place(each), sealed: unbase64(each.sealed) }));
    this.#last = await item.chain(placed, seen, this.#last);
  }

  /** @param {Kept} each @returns {boolean} whether this person was given the key of its epoch */
  has(each) {
    return this.#keys.has(each.epoch);
  }

  /** @param {Kept} each @returns {Promise<{words: string, opening: Uint8Array}>} */
  disclose(each) {
    if (!this.has(each)) throw new Refused('no key of this epoch');
    return item.disclose(this.#keys.get(each.epoch), this.#share, this.#place(each), unbase64(each.sealed));
  }

  /** @returns {Promise<boolean>} whether the key is to be replaced: the key logs have grown, or it is old */
  async due() {
    const latest = this.shelf.epochs.at(-1);
    return !same(await heads(this.members), unbase64(latest.heads))
      || Date.now() - Date.parse(latest.since) > DAYS * 86_400_000;
  }

  /** @param {number} number @returns a key for a new epoch, for the server to keep */
  renew(number) {
    return give(this.kind, this.shelf.id, number, this.members, this.me, this.#key, epoch.fresh());
  }

  /**
   * @param {Member} member who has a new key of their own
   * @param {number[]} numbers of epochs
   * @returns their keys, for the server to keep
   */
  async giveAgain(member, numbers) {
    const now = await heads(this.members);
    const given = await Promise.all(numbers.map(number => epoch.give(this.#keys.get(number), {
      kind: this.kind, space: uuid(this.shelf.id), epoch: number, member: uuid(member.id), giver: uuid(this.me), heads: now,
    }, member.known.open.agreement, this.#key.signer)));
    return { member: member.id, heads: base64(now), epoch: numbers.map(String), given: given.map(base64) };
  }

  /** @returns {number[]} the epochs whose keys this person was given */
  get epochs() {
    return [...this.#keys.keys()];
  }

  /** @param {string} written @returns the item, for the server to keep; then call [sealed] */
  async seal(written) {
    const id = crypto.randomUUID();
    const now = this.shelf.epochs.at(-1).number;
    const kept = {
      id, epoch: now, sequence: this.#last.sequence + 1, author: this.me, previous: base64(this.#last.hash),
    };
    const place = this.#place(kept);
    const sealed = await item.seal(this.#keys.get(now), this.#share, place, written);
    this.#next = { sequence: place.sequence, hash: await item.hash(place, sealed) };
    return { ...kept, sealed: base64(sealed) };
  }

  /** The server kept it. */
  sealed() {
    this.#last = this.#next;
  }
}
