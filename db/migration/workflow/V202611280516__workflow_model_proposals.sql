-- Models that wait for a second super admin, and those that did. The document is the one the gate wrote, as it is deployed.
create table model_proposal (
    id uuid primary key,
    name text not null,
    document bytea not null,
    sha256 char(64) not null,
    proposed_by uuid not null references person (id),
    proposed_at timestamptz not null,
    decided_by uuid references person (id),
    decided_at timestamptz,
    deployed boolean,
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (deployed is null))
);
create index model_proposal_open_idx on model_proposal (id) where decided_at is null;
