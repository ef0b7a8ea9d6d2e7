-- The role a person begins with; null: the highest one held.
alter table person add column primary_role varchar(20) check (primary_role in (
    'SUPER_ADMIN', 'PROGRAM_ADMIN', 'JURY_MEMBER', 'MENTOR', 'OBSERVER', 'APPLICANT', 'AWARD_MASTER', 'AUDIENCE'));

-- SUPER_ADMIN waits for a second person where the deployment asks for four eyes.
create table role_request (
    id uuid primary key,
    person_id uuid not null references person (id),
    role varchar(20) not null check (role = 'SUPER_ADMIN'),
    valid_from timestamptz,
    valid_until timestamptz,
    requested_by uuid not null references person (id),
    requested_at timestamptz not null,
    decided_by uuid references person (id),
    decided_at timestamptz,
    granted boolean,
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (granted is null))
);
create unique index role_request_open_key on role_request (person_id, role) where decided_at is null;

-- people of a program or competition, for those who administer them
create index role_grant_program_idx on role_grant (program_id, person_id) where program_id is not null;
create index role_grant_competition_idx on role_grant (competition_id, person_id) where competition_id is not null;

-- Since when the row is a pseudonym: nothing in it says who it was.
alter table person add column erased_at timestamptz;
