-- Who did what, when; the chain over these entries follows with its sequencer.
create table audit_entry (
    id uuid primary key,
    occurred_at timestamptz not null,
    actor_id uuid,
    type varchar(80) not null,
    subject varchar(120) not null,
    competition_id uuid,
    details jsonb not null default '{}'
);
create index audit_entry_subject_idx on audit_entry (subject, id);
create index audit_entry_competition_idx on audit_entry (competition_id, id);
