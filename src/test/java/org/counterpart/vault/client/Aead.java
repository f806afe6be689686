// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM (NIST SP 800-38D), the JDK's.
public final class Aead {
    private Aead() {}

    public static byte[] seal(byte[] key, byte[] nonce, byte[] beside, byte[] plain) {
        return run(Cipher.ENCRYPT_MODE, key, nonce, beside, plain);
    }

    public static byte[] open(byte[] key, byte[] nonce, byte[] beside, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, key, nonce, beside, sealed);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] beside, byte[] bytes) {
        if (key.length != 32 || nonce.length != 12) {
            throw new Refused("key or nonce length");
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(beside);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException refused) {
            throw new Refused(refused);
        }
    }
}
