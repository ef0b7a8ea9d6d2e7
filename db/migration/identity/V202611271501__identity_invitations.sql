alter table person add column last_sign_in_at timestamptz;

-- An account somebody else made, until its person takes it over.
create table invitation (
    id uuid primary key,
    person_id uuid not null references person (id),
    invited_by uuid not null references person (id),
    invited_at timestamptz not null,
    sent_at timestamptz not null,
    sent integer not null default 1,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    -- taken back before it was accepted
    ended_at timestamptz
);
create unique index invitation_open_key on invitation (person_id) where accepted_at is null and ended_at is null;
create index person_name_idx on person (lower(name), id);
