// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.Base64UrlUtil;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.counterpart.identity.Secret;
import org.counterpart.web.Site;
import org.springframework.stereotype.Component;

/// This installation as passkeys know it: bound to its address, always asking the device to make sure who holds it
/// (user verification), and never who made the device. It speaks the JSON of Web Authentication, level 3.
@Component
class RelyingParty {
    private static final ObjectConverter JSON = new ObjectConverter();
    private static final WebAuthnManager CHECKS = WebAuthnManager.createNonStrictWebAuthnManager(JSON);
    private static final int LONGEST_ANSWER = 16_384;
    private static final long MILLISECONDS = Challenges.OPEN.toMillis();

    private static final List<PublicKeyCredentialParameters> KEYS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(kind -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, kind))
            .toList();

    private final Site site;

    RelyingParty(Site site) {
        this.site = site;
    }

    /// What the browser is to make a passkey from.
    ///
    /// @param known those that the same person has, of which a device makes no second
    String toMake(PublicKeyCredentialUserEntity user, Secret challenge, List<Passkey> known) {
        return JSON.getJsonMapper()
                .writeValueAsString(new PublicKeyCredentialCreationOptions(
                        new PublicKeyCredentialRpEntity(site.url().getHost(), "Counterpart"),
                        user,
                        new DefaultChallenge(challenge.text()),
                        KEYS,
                        MILLISECONDS,
                        descriptors(known),
                        new AuthenticatorSelectionCriteria(
                                null, true, ResidentKeyRequirement.REQUIRED, UserVerificationRequirement.REQUIRED),
                        AttestationConveyancePreference.NONE,
                        null));
    }

    /// What the browser is to sign in with.
    ///
    /// @param allowed one of these; any where there is none
    String toSignIn(Secret challenge, List<Passkey> allowed) {
        return JSON.getJsonMapper()
                .writeValueAsString(new PublicKeyCredentialRequestOptions(
                        new DefaultChallenge(challenge.text()),
                        MILLISECONDS,
                        site.url().getHost(),
                        descriptors(allowed),
                        UserVerificationRequirement.REQUIRED,
                        null));
    }

    Optional<RegistrationData> readMade(String answer) {
        return read(answer, () -> CHECKS.parseRegistrationResponseJSON(answer));
    }

    Optional<AuthenticationData> readSignature(String answer) {
        return read(answer, () -> CHECKS.parseAuthenticationResponseJSON(answer));
    }

    static Optional<Secret> challenge(Optional<CollectedClientData> signed) {
        return signed.map(data ->
                new Secret(Base64UrlUtil.encodeToString(data.getChallenge().getValue())));
    }

    /// The new passkey's public half, if it was made here, for this challenge, by somebody whom the device knows.
    Optional<CredentialRecord> checkMade(RegistrationData made, Secret challenge) {
        try {
            CHECKS.verify(made, new RegistrationParameters(expecting(challenge), KEYS, true, true));
            return Optional.ofNullable(made.getAttestationObject())
                    .map(attested -> new CredentialRecordImpl(
                            attested, made.getCollectedClientData(), null, made.getTransports()));
        } catch (WebAuthnException refused) {
            return Optional.empty();
        }
    }

    /// Whether the signature is the passkey's own, for this challenge, made here, with a counter that went on.
    boolean checkSignature(AuthenticationData signature, Passkey passkey, Secret challenge) {
        try {
            CHECKS.verify(
                    signature,
                    new AuthenticationParameters(expecting(challenge), passkey.credential(), null, true, true));
            return true;
        } catch (WebAuthnException refused) {
            return false;
        }
    }

    private ServerProperty expecting(Secret challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.url().getHost())
                .challenge(new DefaultChallenge(challenge.text()))
                .build();
    }

    /// Whatever is wrong with what a stranger sends, the library throws something else.
    private static <T> Optional<T> read(String answer, Supplier<T> reading) {
        if (answer.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static List<PublicKeyCredentialDescriptor> descriptors(List<Passkey> passkeys) {
        return passkeys.stream()
                .map(passkey -> new PublicKeyCredentialDescriptor(
                        PublicKeyCredentialType.PUBLIC_KEY,
                        passkey.credential().getAttestedCredentialData().getCredentialId(),
                        passkey.credential().getTransports()))
                .toList();
    }
}
