// SPDX-License-Identifier: Apache-2.0
// The key of a person: one pair to agree on secrets, one to sign. Its private half is kept on the server, sealed to
// each holder: a device, or the recovery code. docs/security/keys.md, section 4.
import { Refused, join, label, random, same, sized } from './bytes.js';
import * as ed25519 from './ed25519.js';
import * as hpke from './hpke.js';
import * as x25519 from './x25519.js';

/**
 * @typedef {object} Open the public half
 * @property {Uint8Array} agreement X25519
 * @property {Uint8Array} signature Ed25519
 */

/**
 * @typedef {object} UserKey
 * @property {x25519.Pair} agreement
 * @property {ed25519.Signer} signer
 * @property {Open} open
 */

/** @returns {Uint8Array} 64 bytes: what is sealed to holders, and dropped as soon as that is done */
export const fresh = () => random(64);

/** @param {Uint8Array} secret 64 bytes @returns {Promise<UserKey>} whose secrets do not leave the key store */
export async function from(secret) {
  const agreement = await x25519.pair(sized(secret, 64, 'user key').slice(0, 32));
  const signer = await ed25519.signer(secret.slice(32));
  return { agreement, signer, open: { agreement: agreement.open, signature: signer.open } };
}

/** @param {Uint8Array} person @param {Uint8Array} holder @param {Open} open @param {Uint8Array} proof */
const beside = (person, holder, open, proof) =>
  join(sized(person, 16, 'id'), sized(holder, 16, 'id'), open.agreement, open.signature, proof);

const NO_PROOF = new Uint8Array(0);

/**
 * @param {Uint8Array} secret 64 bytes
 * @param {Uint8Array} person whose key it is, an id
 * @param {Uint8Array} holder who may open it, an id
 * @param {Uint8Array} to the holder's public key
 * @param {Uint8Array} [proof] of a recovery code, that whoever seals it knows the code
 * @returns {Promise<Uint8Array>} 112 bytes
 */
export async function wrap(secret, person, holder, to, proof = NO_PROOF) {
  return hpke.seal(to, label('user-key'), beside(person, holder, (await from(secret)).open, proof), secret);
}

/**
 * @param {x25519.Pair} pair the holder's
 * @param {Uint8Array} person
 * @param {Uint8Array} holder
 * @param {Open} open what the key log says of the person; the server cannot put another key in its place
 * @param {Uint8Array} wrapped
 * @param {Uint8Array} [proof] of the recovery code
 * @returns {Promise<Uint8Array>} 64 bytes
 */
export async function unwrap(pair, person, holder, open, wrapped, proof = NO_PROOF) {
  const secret = await hpke.open(pair, label('user-key'), beside(person, holder, open, proof), wrapped);
  const key = await from(secret);
  if (!same(key.open.agreement, open.agreement) || !same(key.open.signature, open.signature)) {
    throw new Refused('another user key');
  }
  return secret;
}
