package org.regatta.identity.passkey;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.People;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** People as owners of passkeys; their user names here are their ids, their handles the sixteen bytes of these. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private static final int UUID_BYTES = 16;

    private final People people;

    PasskeyOwners(People people) {
        this.people = people;
    }

    /**
     * The person behind a handle.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    static UUID personId(Bytes userId) {
        var bytes = ByteBuffer.wrap(userId.getBytes());
        if (bytes.remaining() != UUID_BYTES) {
            throw new IllegalArgumentException("Not a person's handle");
        }
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static Bytes userId(UUID personId) {
        return new Bytes(ByteBuffer.allocate(UUID_BYTES)
                .putLong(personId.getMostSignificantBits())
                .putLong(personId.getLeastSignificantBits())
                .array());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes userId) {
        return find(personId(userId));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return find(UUID.fromString(username));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new IllegalStateException("People are not made by their passkeys");
    }

    @Override
    public void delete(Bytes userId) {
        throw new IllegalStateException("People are not removed by their passkeys");
    }

    private @Nullable PublicKeyCredentialUserEntity find(UUID personId) {
        var person = people.byIds(List.of(personId)).get(personId);
        return person == null || !person.enabled()
                ? null
                : ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(userId(personId))
                        .name(person.email())
                        .displayName(person.name())
                        .build();
    }
}
