// SPDX-License-Identifier: Apache-2.0
// AES-256-GCM (NIST SP 800-38D) with nonces of 12 bytes and whole tags of 16, and nothing else of it.
import { Refused, sized } from './bytes.js';

/** @param {Uint8Array} key @param {'encrypt' | 'decrypt'} use */
const imported = (key, use) => crypto.subtle.importKey('raw', sized(key, 32, 'key'), 'AES-GCM', false, [use]);

/** @param {Uint8Array} nonce @param {Uint8Array} beside */
const parameters = (nonce, beside) =>
  ({ name: 'AES-GCM', iv: sized(nonce, 12, 'nonce'), additionalData: beside, tagLength: 128 });

/**
 * @param {Uint8Array} key 32 bytes
 * @param {Uint8Array} nonce 12 bytes, never twice with the same key
 * @param {Uint8Array} beside what is not hidden, and cannot be changed
 * @param {Uint8Array} plain
 * @returns {Promise<Uint8Array>} 16 bytes longer
 */
export async function seal(key, nonce, beside, plain) {
  const use = await imported(key, 'encrypt');
  return new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, beside), use, plain));
}

/**
 * @param {Uint8Array} key 32 bytes
 * @param {Uint8Array} nonce 12 bytes
 * @param {Uint8Array} beside
 * @param {Uint8Array} sealed
 * @returns {Promise<Uint8Array>} refuses what was changed, in any bit of it or beside it
 */
export async function open(key, nonce, beside, sealed) {
  if (sealed.length < 16) throw new Refused('sealed length');
  const how = parameters(nonce, beside);
  const use = await imported(key, 'decrypt');
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, use, sealed));
  } catch {
    throw new Refused('altered');
  }
}
