-- What one person sent to many at a time; it can be discarded until it leaves.
create table mailing (
    id uuid primary key,
    program_id uuid,
    competition_id uuid,
    -- what the mails are about, e.g. a round
    subject_id uuid,
    subject varchar(200) not null,
    sent_by uuid not null references person (id),
    created_at timestamptz not null,
    leaves_at timestamptz not null,
    discarded_at timestamptz
);
create index mailing_competition_idx on mailing (competition_id, id desc);

-- The outbox: one row is one message to one person, kept after it was sent.
create table notification (
    id uuid primary key,
    mailing_id uuid not null references mailing (id),
    person_id uuid not null references person (id),
    channel varchar(10) not null check (channel in ('EMAIL')),
    subject varchar(200) not null,
    body text not null,
    reason varchar(500) not null,
    state varchar(10) not null check (state in ('QUEUED', 'SENT', 'FAILED', 'DISCARDED')),
    -- when it is tried next; while a node sends it, when another may take it over
    next_attempt_at timestamptz not null,
    attempts integer not null default 0,
    last_error varchar(500),
    sent_at timestamptz,
    unique (mailing_id, person_id)
);
create index notification_queue_idx on notification (next_attempt_at, id) where state = 'QUEUED';
