-- Who did it: actor_id, the person whose own act it was; set_off_by, whose request made a process do it; seen_as, in
-- whose place the person looked. Entries are written without number and hash; one sequencer adds both.
alter table audit_entry
    add column set_off_by uuid,
    add column seen_as uuid,
    add column program_id uuid,
    add column request_id uuid,
    add column via_hash bytea,
    add column words_hash bytea,
    add column number bigint,
    add column hash bytea;
create unique index audit_entry_number_idx on audit_entry (number);
create index audit_entry_pending_idx on audit_entry (id) where number is null;
create index audit_entry_actor_idx on audit_entry (actor_id, id);
create index audit_entry_set_off_idx on audit_entry (set_off_by, id) where set_off_by is not null;
create index audit_entry_type_idx on audit_entry (type, id);
create index audit_entry_time_idx on audit_entry (occurred_at, id);

-- What can be erased: the address somebody came from, and texts by and about people. The entry holds salted hashes only.
create table audit_personal (
    entry_id uuid primary key references audit_entry (id) on delete cascade,
    via_salt bytea,
    via text,
    words_salt bytea,
    words text
);

-- The end of the chain; its lock makes one sequencer of many nodes.
create table audit_chain (
    id uuid primary key default gen_random_uuid(),
    only_one boolean not null default true unique check (only_one),
    last_number bigint not null default 0,
    last_hash bytea not null
);
insert into audit_chain (last_hash) values (sha256('regatta audit chain 1'));

-- Signed statements about the chain; stored_at is when the copy outside was written.
create table audit_checkpoint (
    number bigint not null,
    kind varchar(10) not null,
    hash bytea not null,
    made_at timestamptz not null,
    note text not null,
    stored_at timestamptz,
    primary key (number, kind)
);
create index audit_checkpoint_waiting_idx on audit_checkpoint (number) where stored_at is null;

create table audit_key (
    key_id varchar(16) primary key,
    public_key bytea not null,
    first_used_at timestamptz not null
);

-- Verifications of the whole chain, asked for by people or by the clock.
create table audit_verification (
    id uuid primary key,
    asked_by uuid,
    asked_at timestamptz not null,
    begun_at timestamptz,
    ended_at timestamptz,
    checked bigint,
    sealed bigint,
    flaw text
);
create index audit_verification_asked_idx on audit_verification (asked_at);
