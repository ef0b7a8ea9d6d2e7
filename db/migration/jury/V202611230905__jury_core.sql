create table jury (
    id uuid primary key,
    competition_id uuid not null references competition (id),
    key varchar(60) not null,
    name varchar(200) not null,
    version integer not null default 0,
    unique (competition_id, key)
);

create table juror (
    id uuid primary key,
    jury_id uuid not null references jury (id),
    person_id uuid not null references person (id),
    -- how this juror is named where names are not shown ("J07")
    label varchar(40) not null,
    -- weight of the juror's scores under a weighted mean
    weight numeric(12, 6) not null default 1 check (weight > 0),
    chairs boolean not null default false,
    active boolean not null default true,
    unique (jury_id, person_id),
    unique (jury_id, label)
);
create index juror_person_idx on juror (person_id);

-- Which jury works in which round, and for which category (null: all).
create table round_jury (
    id uuid primary key,
    round_id uuid not null references round (id),
    jury_id uuid not null references jury (id),
    category varchar(60),
    -- jurors per project; null: the whole jury
    jurors_per_project integer check (jurors_per_project between 1 and 20)
);
create unique index round_jury_key on round_jury (round_id, jury_id, category) nulls not distinct;

create table conflict_of_interest (
    id uuid primary key,
    competition_id uuid not null references competition (id),
    project_id uuid not null references project (id),
    person_id uuid not null references person (id),
    kind varchar(12) not null check (kind in ('DECLARED', 'INFERRED', 'INHERITED')),
    reason text not null default '',
    declared_by uuid references person (id),
    declared_at timestamptz not null,
    lifted_at timestamptz
);
create unique index conflict_of_interest_key on conflict_of_interest (project_id, person_id) where lifted_at is null;
create index conflict_of_interest_person_idx on conflict_of_interest (person_id, project_id) where lifted_at is null;

-- Takes a juror off a project; round_id null: in every round of the competition.
create table recusal (
    id uuid primary key,
    project_id uuid not null references project (id),
    juror_id uuid not null references juror (id),
    round_id uuid references round (id),
    reason text not null default '',
    recorded_by uuid references person (id),
    recorded_at timestamptz not null
);
create unique index recusal_key on recusal (project_id, juror_id, round_id) nulls not distinct;
create index recusal_juror_idx on recusal (juror_id);

create table assignment (
    id uuid primary key,
    round_id uuid not null references round (id),
    project_id uuid not null references project (id),
    juror_id uuid not null references juror (id),
    person_id uuid not null references person (id),
    state varchar(12) not null check (state in ('ACTIVE', 'RECUSED', 'ABSTAINED')),
    created_at timestamptz not null,
    unique (round_id, project_id, juror_id)
);
create unique index assignment_person_key on assignment (round_id, project_id, person_id);
create index assignment_juror_idx on assignment (juror_id, round_id, state);
create index assignment_of_person_idx on assignment (person_id, project_id, state);

-- What lists of other modules may know: who works on a project, and whom a conflict or a recusal keeps away from it.
create view project_juror as
select project_id, person_id, round_id, state = 'ACTIVE' as active from assignment;

create view project_conflict as
select project_id, person_id from conflict_of_interest where lifted_at is null
union all
select r.project_id, j.person_id from recusal r join juror j on j.id = r.juror_id;

-- Ids for rows that one statement makes: UUID version 7 (RFC 9562), as org.regatta.shared.Ids makes them.
create function assignment_id() returns uuid language sql volatile as $$
    select encode(
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                    from 1 for 6),
            52, 1), 53, 1), 'hex')::uuid
$$;
