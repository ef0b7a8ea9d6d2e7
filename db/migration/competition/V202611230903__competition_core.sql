create table program (
    id uuid primary key,
    key varchar(60) not null unique,
    name varchar(200) not null,
    description text not null default '',
    version integer not null default 0
);

create table competition (
    id uuid primary key,
    program_id uuid not null references program (id),
    key varchar(60) not null,
    name varchar(200) not null,
    description text not null default '',
    -- deadlines are typed and shown in this zone; instants are stored
    zone varchar(60) not null,
    status varchar(20) not null check (status in ('DRAFT', 'RUNNING', 'CLOSED')),
    created_at timestamptz not null,
    version integer not null default 0,
    unique (program_id, key)
);

-- A scoring policy is data an organiser reads and edits; the document's shape is org.regatta.competition.ScoringPolicy.
create table scoring_policy (
    id uuid primary key,
    competition_id uuid not null references competition (id),
    key varchar(60) not null,
    name varchar(200) not null,
    document jsonb not null,
    version integer not null default 0,
    unique (competition_id, key)
);

create table round (
    id uuid primary key,
    competition_id uuid not null references competition (id),
    position integer not null,
    key varchar(60) not null,
    name varchar(200) not null,
    kind varchar(20) not null check (kind in ('INTAKE', 'FILTERING', 'EVALUATION', 'DELIBERATION', 'MENTORING',
                                              'LIVE_FINAL', 'AWARD')),
    status varchar(20) not null check (status in ('PLANNED', 'OPEN', 'CLOSED', 'COMPLETED')),
    opens_at timestamptz,
    closes_at timestamptz,
    -- EVALUATION: how long after closes_at a draft may still be handed in
    grace_seconds bigint not null default 0 check (grace_seconds >= 0),
    -- EVALUATION: close as soon as every evaluation is in
    closes_when_complete boolean not null default false,
    -- EVALUATION: identity fields of teams are absent for jurors
    blind boolean not null default false,
    scoring_policy_id uuid references scoring_policy (id),
    rubric_id uuid,
    -- DELIBERATION: the evaluation round whose ranking is decided here
    decides_round_id uuid references round (id),
    opened_at timestamptz,
    closed_at timestamptz,
    completed_at timestamptz,
    version integer not null default 0,
    unique (competition_id, key),
    unique (competition_id, position) deferrable initially deferred
);
