-- Codes of an authenticator app (RFC 6238).
create table second_factor (
    person_id uuid primary key references person (id),
    sealed_secret varchar(500) not null,
    -- null: shown, but no code was typed yet
    confirmed_at timestamptz,
    -- the time step of the code used last: none works twice
    last_step bigint not null default 0
);

create table recovery_code (
    person_id uuid not null references person (id),
    code_hash bytea not null,
    used_at timestamptz,
    primary key (person_id, code_hash)
);

-- Programs that ask a second factor of their admins.
create table second_factor_rule (
    program_id uuid primary key references program (id),
    set_by uuid not null references person (id),
    set_at timestamptz not null
);
