// SPDX-License-Identifier: Apache-2.0
// Sealing to somebody's public key: HPKE (RFC 9180) in base mode, for one message, in one suite:
// DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Who sealed it shows only by a signature beside it.
import { join, number, sized, text } from './bytes.js';
import * as aead from './aead.js';
import * as hkdf from './hkdf.js';
import * as x25519 from './x25519.js';

const VERSION = text('HPKE-v1');
const KEM = join(text('KEM'), number(0x0020, 2));
const SUITE = join(text('HPKE'), number(0x0020, 2), number(0x0001, 2), number(0x0002, 2));
const NOTHING = new Uint8Array(0);

/** RFC 9180, section 4: LabeledExtract. */
const labelledExtract = (suite, salt, label, material) =>
  hkdf.extract(salt, join(VERSION, suite, text(label), material));

/** RFC 9180, section 4: LabeledExpand. */
const labelledExpand = (suite, key, label, info, size) =>
  hkdf.expand(key, join(number(size, 2), VERSION, suite, text(label), info), size);

/**
 * RFC 9180, section 7.1.3: DeriveKeyPair.
 * @param {Uint8Array} material at least 32 bytes
 * @returns {Promise<x25519.Pair>}
 */
export async function deriveKeyPair(material) {
  const key = await labelledExtract(KEM, NOTHING, 'dkp_prk', material);
  return x25519.pair(await labelledExpand(KEM, key, 'sk', NOTHING, 32));
}

/** RFC 9180, section 4.1: ExtractAndExpand. */
async function shared(agreed, encapsulated, open) {
  const key = await labelledExtract(KEM, NOTHING, 'eae_prk', agreed);
  return labelledExpand(KEM, key, 'shared_secret', join(encapsulated, open), 32);
}

/** RFC 9180, section 5.1: KeySchedule in base mode. */
async function schedule(secret, info) {
  const id = await labelledExtract(SUITE, NOTHING, 'psk_id_hash', NOTHING);
  const context = join(Uint8Array.of(0), id, await labelledExtract(SUITE, NOTHING, 'info_hash', info));
  const key = await labelledExtract(SUITE, secret, 'secret', NOTHING);
  return {
    key: await labelledExpand(SUITE, key, 'key', context, 32),
    nonce: await labelledExpand(SUITE, key, 'base_nonce', context, 12),
  };
}

/**
 * @param {Uint8Array} open whose public key it is sealed to
 * @param {Uint8Array} info what it is for
 * @param {Uint8Array} beside what is not hidden, and cannot be changed
 * @param {Uint8Array} plain
 * @param {x25519.Pair} [once] a fresh pair; tests alone give one
 * @returns {Promise<Uint8Array>} 32 bytes of encapsulated key, then the ciphertext
 */
export async function seal(open, info, beside, plain, once) {
  const ephemeral = once ?? await x25519.generate(false);
  const secret = await shared(await x25519.agree(ephemeral.secret, open), ephemeral.open, open);
  const { key, nonce } = await schedule(secret, info);
  return join(ephemeral.open, await aead.seal(key, nonce, beside, plain));
}

/**
 * @param {x25519.Pair} pair whom it is sealed to
 * @param {Uint8Array} info
 * @param {Uint8Array} beside
 * @param {Uint8Array} sealed
 * @returns {Promise<Uint8Array>} refuses what was sealed to somebody else, for something else, or was changed
 */
export async function open(pair, info, beside, sealed) {
  const encapsulated = sized(sealed.slice(0, 32), 32, 'sealed');
  const secret = await shared(await x25519.agree(pair.secret, encapsulated), encapsulated, pair.open);
  const { key, nonce } = await schedule(secret, info);
  return aead.open(key, nonce, beside, sealed.slice(32));
}
