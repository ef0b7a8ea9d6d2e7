-- decisions are written in batches, so that each batch can be taken back
create table decision_batch (
    id uuid primary key,
    round_id uuid not null references round (id),
    person_id uuid not null references person (id),
    made_at timestamptz not null,
    undone_at timestamptz,
    undone_by uuid references person (id)
);
create index decision_batch_round_idx on decision_batch (round_id, made_at desc);

create table decision_batch_row (
    batch_id uuid not null references decision_batch (id) on delete cascade,
    project_id uuid not null references project (id),
    -- the decision as it was before
    outcome varchar(14),
    place integer,
    award varchar(200),
    reason text not null,
    state varchar(10) not null,
    prepared_by uuid references person (id),
    prepared_at timestamptz,
    -- version of the decision right after: another version means that somebody changed it since
    version_after integer not null,
    primary key (batch_id, project_id)
);

-- approved decisions that wait for their moment
create table decision_release (
    round_id uuid primary key references round (id),
    release_at timestamptz not null,
    set_by uuid not null references person (id),
    set_at timestamptz not null
);
