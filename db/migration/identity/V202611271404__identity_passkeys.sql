create table passkey (
    id uuid primary key,
    person_id uuid not null references person (id),
    name varchar(100) not null,
    credential_id bytea not null unique,
    public_key bytea not null,
    signature_count bigint not null,
    uv_initialized boolean not null,
    backup_eligible boolean not null,
    backup_state boolean not null,
    transports varchar(200) not null,
    attestation_object bytea not null,
    client_data bytea not null,
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index passkey_person_idx on passkey (person_id, id);

-- What a browser is to sign, until it comes back: one for each session and kind, good for five minutes, once.
create table passkey_challenge (
    session_key varchar(64) not null,
    kind varchar(10) not null check (kind in ('SIGN_IN', 'REGISTER')),
    challenge bytea not null,
    expires_at timestamptz not null,
    primary key (session_key, kind)
);
create index passkey_challenge_expires_idx on passkey_challenge (expires_at);
