package org.regatta.identity.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.password.Passwords;
import org.regatta.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows of {@code passkey}, as Spring Security reads and writes them. */
@Repository
@Transactional
class PasskeyRows implements UserCredentialRepository {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasskeyRows(JdbcClient jdbc, Passwords passwords, Access access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Of the viewer's own; those of others are not there. Publishes {@link PasskeyRemoved}. */
    @Override
    public void delete(Bytes credentialId) {
        var me = access.viewer().personId();
        jdbc.sql("delete from passkey where credential_id = :credential and person_id = :person returning id")
                .param("credential", credentialId.getBytes())
                .param("person", me)
                .query(UUID.class)
                .optional()
                .ifPresent(passkeyId -> events.publishEvent(new PasskeyRemoved(me, passkeyId, clock.instant())));
    }

    /** After a sign-in what the authenticator counts; else a new passkey, which also does for a first password. */
    @Override
    public void save(CredentialRecord passkey) {
        var known = jdbc.sql("""
                        update passkey set signature_count = :count, uv_initialized = :uv, backup_state = :backup,
                                           last_used_at = :now
                         where credential_id = :credential
                        """)
                .param("count", passkey.getSignatureCount())
                .param("uv", passkey.isUvInitialized())
                .param("backup", passkey.isBackupState())
                .param("now", utc(clock.instant()))
                .param("credential", passkey.getCredentialId().getBytes())
                .update();
        if (known == 0) {
            add(passkey);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql("select * from passkey where credential_id = :credential")
                .param("credential", credentialId.getBytes())
                .query(PasskeyRows::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return jdbc.sql("select * from passkey where person_id = :person")
                .param("person", PasskeyOwners.personId(userId))
                .query(PasskeyRows::passkey)
                .list();
    }

    private void add(CredentialRecord passkey) {
        var personId = PasskeyOwners.personId(passkey.getUserEntityUserId());
        // two at the same time take turns, so that none slips past the limit
        jdbc.sql("select id from person where id = :id for update")
                .param("id", personId)
                .query(UUID.class)
                .single();
        if (findByUserId(passkey.getUserEntityUserId()).size() >= MOST) {
            throw new TooManyPasskeys(MOST);
        }
        var id = Ids.next();
        insert(id, personId, passkey);
        passwords.settled(personId);
        events.publishEvent(new PasskeyAdded(personId, id, clock.instant()));
    }

    private void insert(UUID id, UUID personId, CredentialRecord passkey) {
        jdbc.sql("""
                        insert into passkey (id, person_id, name, credential_id, public_key, signature_count,
                                             uv_initialized, backup_eligible, backup_state, transports,
                                             attestation_object, client_data, created_at)
                        values (:id, :person, :name, :credential, :key, :count, :uv, :eligible, :backup, :transports,
                                :attestation, :clientData, :now)
                        """)
                .param("id", id)
                .param("person", personId)
                .param("name", name(passkey.getLabel()))
                .param("credential", passkey.getCredentialId().getBytes())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("uv", passkey.isUvInitialized())
                .param("eligible", passkey.isBackupEligible())
                .param("backup", passkey.isBackupState())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(",")))
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("clientData", bytes(passkey.getAttestationClientDataJSON()))
                .param("now", utc(clock.instant()))
                .update();
    }

    private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
        var created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        var used = row.getObject("last_used_at", OffsetDateTime.class);
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(PasskeyOwners.userId(row.getObject("person_id", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .transports(Arrays.stream(row.getString("transports").split(",", -1))
                        .filter(transport -> !transport.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(created)
                .lastUsed(used == null ? created : used.toInstant())
                .label(row.getString("name"))
                .build();
    }

    /** What people type as a name is cut and cleaned rather than refused: the authenticator has made its key already. */
    private static String name(@Nullable String typed) {
        var clean = (typed == null ? "" : typed).replaceAll("\\p{Cntrl}", " ").strip();
        var end = clean.offsetByCodePoints(0, Math.min(clean.codePointCount(0, clean.length()), LONGEST_NAME));
        return clean.isEmpty() ? "Passkey" : clean.substring(0, end);
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
