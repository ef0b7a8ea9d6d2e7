create table decision (
    id uuid primary key,
    -- the deliberation round that decides
    round_id uuid not null references round (id),
    project_id uuid not null references project (id),
    -- what it is decided upon, as it was when proposed: place in the approved ranking and the policy's proposal
    rank integer,
    cumulative_result numeric(24, 10),
    proposed varchar(14) check (proposed in ('ADVANCES', 'NOT_SELECTED')),
    -- null while nobody has decided
    outcome varchar(14) check (outcome in ('ADVANCES', 'NOT_SELECTED', 'AWARDED')),
    -- AWARDED: place in the final order; several projects may share one
    place integer check (place > 0),
    award varchar(200),
    reason text not null default '',
    state varchar(10) not null check (state in ('PROPOSED', 'PREPARED', 'APPROVED', 'RELEASED')),
    prepared_by uuid references person (id),
    prepared_at timestamptz,
    approved_by uuid references person (id),
    approved_at timestamptz,
    released_at timestamptz,
    version integer not null default 0,
    unique (round_id, project_id)
);
create index decision_project_idx on decision (project_id, state);
