// SPDX-License-Identifier: Apache-2.0
// The key of a space for a while. Whoever makes it seals it to each member and signs that, since sealing alone shows
// nobody's hand and the server could give out a key of its own. docs/security/keys.md, section 5.
import { digest, join, label, number, order, random, sized } from './bytes.js';
import * as ed25519 from './ed25519.js';
import * as hpke from './hpke.js';

/** Whose a space is: one person's own, or a pair's. */
export const SELF = 0;
export const PAIR = 1;

/**
 * @typedef {object} Grant
 * @property {number} kind [SELF] or [PAIR]
 * @property {Uint8Array} space an id
 * @property {number} epoch from 1
 * @property {Uint8Array} member to whom, an id
 * @property {Uint8Array} giver by whom, an id
 * @property {Uint8Array} heads where the key logs of all members stood, by [heads]
 */

/**
 * @param {{person: Uint8Array, hash: Uint8Array}[]} members with the hash of the last entry of each one's key log
 * @returns {Promise<Uint8Array>} 32 bytes that change with every key, device and recovery code of a member
 */
export const heads = members => digest(join(label('heads'),
  ...members.toSorted((one, other) => order(one.person, other.person))
    .flatMap(each => [sized(each.person, 16, 'id'), sized(each.hash, 32, 'hash')])));

/** @returns {Uint8Array} 32 bytes */
export const fresh = () => random(32);

/** @param {Grant} grant */
const context = grant => join(
  number(grant.kind, 1), sized(grant.space, 16, 'id'), number(grant.epoch, 4),
  sized(grant.member, 16, 'id'), sized(grant.giver, 16, 'id'), sized(grant.heads, 32, 'heads'));

/** @param {Grant} grant @param {Uint8Array} sealed */
const signed = (grant, sealed) => join(label('epoch-key-signature'), context(grant), sealed);

/**
 * @param {Uint8Array} key 32 bytes
 * @param {Grant} grant
 * @param {Uint8Array} to the member's public key, of the key log
 * @param {ed25519.Signer} signer the giver's
 * @returns {Promise<Uint8Array>} 144 bytes: what is sealed, then the signature
 */
export async function give(key, grant, to, signer) {
  const sealed = await hpke.seal(to, label('epoch-key'), context(grant), sized(key, 32, 'epoch key'));
  return join(sealed, await ed25519.sign(signer, signed(grant, sealed)));
}

/**
 * @param {Uint8Array} given 144 bytes
 * @param {Grant} grant
 * @param {import('./x25519.js').Pair} pair the member's
 * @param {Uint8Array} by the giver's signature key, of the key log where the heads say that it stood
 * @returns {Promise<Uint8Array>} 32 bytes
 */
export async function take(given, grant, pair, by) {
  const sealed = sized(given, 144, 'epoch key').slice(0, 80);
  await ed25519.check(by, given.slice(80), signed(grant, sealed));
  return sized(await hpke.open(pair, label('epoch-key'), context(grant), sealed), 32, 'epoch key');
}
