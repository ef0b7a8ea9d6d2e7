-- What a token may do.
alter table api_token add column scope varchar(10) not null default 'WRITE' check (scope in ('READ', 'WRITE'));

-- People who want to be forgotten, until an administrator has decided.
create table erasure_request (
    id uuid primary key,
    person_id uuid not null references person (id),
    reason varchar(1000) not null default '',
    requested_at timestamptz not null,
    withdrawn_at timestamptz,
    decided_by uuid references person (id),
    decided_at timestamptz,
    erased boolean,
    answer varchar(1000)
);
create unique index erasure_request_open_key on erasure_request (person_id)
    where withdrawn_at is null and decided_at is null;
