-- One run of calibration: immutable once approved; a newer one of the same round replaces it.
create table ranking (
    id uuid primary key,
    round_id uuid not null references round (id),
    state varchar(10) not null check (state in ('PROPOSED', 'APPROVED', 'REPLACED')),
    -- the policy as it was when this ranking was computed
    policy jsonb not null,
    juror_statistics jsonb not null default '[]',
    computed_at timestamptz not null,
    approved_at timestamptz,
    approved_by uuid references person (id),
    version integer not null default 0
);
create unique index ranking_current_key on ranking (round_id) where state <> 'REPLACED';

create table ranking_row (
    ranking_id uuid not null references ranking (id) on delete cascade,
    project_id uuid not null references project (id),
    -- order in the list, unique; rank is shared by ties
    position integer not null,
    rank integer,
    category varchar(60),
    -- as exact as the policy left them
    stage_result numeric,
    cumulative_result numeric,
    -- proposal of the policy: true advances, false does not, null is for people to decide
    advances boolean,
    -- how the numbers came about: org.regatta.ranking.scoring.Derivation
    derivation jsonb not null,
    primary key (ranking_id, project_id)
);
create index ranking_row_order_idx on ranking_row (ranking_id, position);
create index ranking_row_project_idx on ranking_row (project_id);
