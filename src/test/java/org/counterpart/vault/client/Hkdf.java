// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// HKDF with SHA-256 (RFC 5869), the JDK's.
public final class Hkdf {
    private Hkdf() {}

    public static byte[] extract(byte[] salt, byte[] material) {
        return derived(
                HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(material).extractOnly());
    }

    public static byte[] expand(byte[] key, byte[] info, int size) {
        return derived(HKDFParameterSpec.expandOnly(secret(key), info, size));
    }

    public static byte[] derive(byte[] material, byte[] salt, byte[] info, int size) {
        return expand(extract(salt, material), info, size);
    }

    private static SecretKey secret(byte[] key) {
        return new SecretKeySpec(key, "Generic");
    }

    private static byte[] derived(HKDFParameterSpec how) {
        try {
            return Arrays.copyOf(KDF.getInstance("HKDF-SHA256").deriveData(how), size(how));
        } catch (GeneralSecurityException refused) {
            throw new Refused(refused);
        }
    }

    private static int size(HKDFParameterSpec how) {
        return how instanceof HKDFParameterSpec.Expand expand ? expand.length() : 32;
    }
}
