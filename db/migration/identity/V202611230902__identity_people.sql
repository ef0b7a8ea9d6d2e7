create table person (
    id uuid primary key,
    email varchar(320) not null,
    name varchar(200) not null,
    password_hash varchar(200),
    enabled boolean not null default true,
    locale varchar(20) not null default 'en',
    zone varchar(60) not null default 'UTC',
    created_at timestamptz not null,
    version integer not null default 0
);
-- one account per address, whatever its case
create unique index person_email_key on person (lower(email));

create table role_grant (
    id uuid primary key,
    person_id uuid not null references person (id),
    role varchar(20) not null check (role in ('SUPER_ADMIN', 'PROGRAM_ADMIN', 'JURY_MEMBER', 'MENTOR', 'OBSERVER',
                                              'APPLICANT', 'AWARD_MASTER', 'AUDIENCE')),
    -- both null: the whole site
    program_id uuid,
    competition_id uuid,
    granted_by uuid references person (id),
    granted_at timestamptz not null,
    valid_from timestamptz,
    valid_until timestamptz
);
create unique index role_grant_key on role_grant (person_id, role, program_id, competition_id) nulls not distinct;

create table api_token (
    id uuid primary key,
    person_id uuid not null references person (id),
    name varchar(100) not null,
    token_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index api_token_person_idx on api_token (person_id);

create table idempotency_key (
    person_id uuid not null references person (id),
    key varchar(200) not null,
    request_hash bytea not null,
    status integer not null,
    content_type varchar(200),
    location varchar(500),
    body bytea not null,
    created_at timestamptz not null,
    primary key (person_id, key)
);
create index idempotency_key_created_idx on idempotency_key (created_at);
