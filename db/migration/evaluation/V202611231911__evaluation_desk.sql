-- Why an evaluation is back with its juror, for the juror to read.
alter table evaluation add column reopened_at timestamptz;
alter table evaluation add column reopened_by uuid references person (id);
alter table evaluation add column reopened_reason text not null default '';

-- What a juror writes for themselves. Nobody else reads it: no list, no export, no role.
create table private_note (
    assignment_id uuid primary key references assignment (id),
    person_id uuid not null references person (id),
    text text not null,
    saved_at timestamptz not null,
    version integer not null
);
