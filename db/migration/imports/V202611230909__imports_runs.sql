create table import_run (
    id uuid primary key,
    program_id uuid,
    competition_id uuid,
    requested_by uuid not null references person (id),
    dry_run boolean not null,
    file_name varchar(255) not null,
    state varchar(10) not null check (state in ('WAITING', 'RUNNING', 'VALID', 'APPLIED', 'REFUSED', 'FAILED')),
    rows_total integer not null default 0,
    rows_done integer not null default 0,
    findings jsonb not null default '[]',
    summary jsonb not null default '{}',
    -- the uploaded files until the run has ended
    content bytea,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    heartbeat_at timestamptz,
    version integer not null default 0
);
create index import_run_waiting_idx on import_run (created_at) where state in ('WAITING', 'RUNNING');
