-- Until a password or a passkey is set, no other page shows.
alter table person add column must_set_password boolean not null default false;

-- Sign-ins that failed lately: the account's or the sender's address as a hash, since people type all sorts of things.
create table sign_in_lock (
    kind varchar(10) not null check (kind in ('ACCOUNT', 'ADDRESS')),
    key varchar(64) not null,
    failures integer not null,
    since timestamptz not null,
    -- null: not locked
    locked_until timestamptz,
    primary key (kind, key)
);
create index sign_in_lock_since_idx on sign_in_lock (since);
