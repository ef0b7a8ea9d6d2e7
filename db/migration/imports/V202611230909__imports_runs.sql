create table import_run (
    id uuid primary key,
    program_id uuid,
    competition_id uuid,
    requested_by uuid not null references person (id),
    dry_run boolean not null,
    file_name varchar(255) not null,
    state varchar(10) not null check (state in ('WAITING', 'RUNNING', 'VALID', 'APPLIED', 'REFUSED', 'FAILED', 'CANCELLED')),
    -- while RUNNING: rows_done counts rows checked, then rows applied
    stage varchar(10) check (stage in ('CHECKING', 'APPLYING')),
    rows_total integer not null default 0,
    rows_done integer not null default 0,
    -- the first of them; findings_total counts all
    findings jsonb not null default '[]',
    findings_total integer not null default 0,
    summary jsonb not null,
    -- the uploaded files, as one ZIP, until the run has ended
    content bytea,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    heartbeat_at timestamptz,
    -- how often a node has taken it; a run that keeps killing its node is given up
    attempts integer not null default 0,
    -- who holds the run: every claim counts it up, and only the holder of the newest may write
    version integer not null default 0
);
create index import_run_waiting_idx on import_run (created_at) where state in ('WAITING', 'RUNNING');
create index import_run_requested_idx on import_run (requested_by, id);

-- Scores of a competition judged elsewhere; they count for nothing until a juror's task is completed with them.
create table imported_score (
    competition_id uuid not null references competition (id),
    round_id uuid not null references round (id),
    project_id uuid not null references project (id),
    juror_id uuid not null references juror (id),
    criterion varchar(60) not null,
    -- as the rubric writes it: a number, an option's value, yes or no, a text
    value text not null,
    primary key (round_id, project_id, juror_id, criterion)
);
