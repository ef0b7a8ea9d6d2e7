create table rubric (
    id uuid primary key,
    competition_id uuid not null references competition (id),
    key varchar(60) not null,
    name varchar(200) not null,
    guidance text not null default '',
    version integer not null default 0,
    unique (competition_id, key)
);
alter table round add constraint round_rubric_fk foreign key (rubric_id) references rubric (id);

create table criterion (
    id uuid primary key,
    rubric_id uuid not null references rubric (id),
    position integer not null,
    key varchar(60) not null,
    label varchar(200) not null,
    guidance text not null default '',
    kind varchar(10) not null check (kind in ('NUMBER', 'CHOICE', 'YES_NO', 'TEXT')),
    -- share of the total among the criteria that count; 0 for texts
    weight numeric(12, 6) not null default 1 check (weight >= 0),
    required boolean not null default true,
    -- NUMBER
    min_value numeric(18, 6),
    max_value numeric(18, 6),
    step numeric(18, 6),
    -- CHOICE: [{"value": "good", "label": "Good", "points": 3}]
    options jsonb,
    unique (rubric_id, key),
    unique (rubric_id, position) deferrable initially deferred
);

create table evaluation (
    id uuid primary key,
    assignment_id uuid not null unique references assignment (id),
    round_id uuid not null references round (id),
    project_id uuid not null references project (id),
    juror_id uuid not null references juror (id),
    state varchar(10) not null check (state in ('DRAFT', 'SUBMITTED', 'REOPENED')),
    -- {"<criterion key>": {"number": 14} | {"choice": "good"} | {"yes": true} | {"text": "…"}}
    scores jsonb not null default '{}',
    comment text not null default '',
    -- weighted total of the rubric, null while a draft
    total numeric(18, 6),
    submitted_at timestamptz,
    saved_at timestamptz not null,
    version integer not null default 0
);
create index evaluation_round_idx on evaluation (round_id, project_id, state);
create index evaluation_juror_idx on evaluation (juror_id, round_id);
