-- Tokens that work once: the links of sign-in, invitations, set-up and changes of address. Only hashes are kept.
create table one_time_token (
    id uuid primary key,
    token_hash bytea not null unique,
    purpose varchar(20) not null,
    -- null: nobody is known yet (set-up)
    person_id uuid references person (id),
    -- the address it is about, e.g. the new one where an address changes
    email varchar(320),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index one_time_token_person_idx on one_time_token (person_id, purpose);
create index one_time_token_expires_idx on one_time_token (expires_at);
