create table team (
    id uuid primary key,
    competition_id uuid not null references competition (id),
    name varchar(200) not null,
    version integer not null default 0
);

create table team_member (
    team_id uuid not null references team (id),
    person_id uuid not null references person (id),
    leads boolean not null default false,
    primary key (team_id, person_id)
);
create index team_member_person_idx on team_member (person_id);

create table project (
    id uuid primary key,
    competition_id uuid not null references competition (id),
    team_id uuid not null references team (id),
    -- the public reference, unique in its competition ("29", "TP26-014")
    number varchar(40) not null,
    title varchar(200) not null,
    summary text not null default '',
    category varchar(60),
    country char(2),
    status varchar(20) not null check (status in ('DRAFT', 'SUBMITTED', 'ADVANCED', 'NOT_SELECTED', 'AWARDED',
                                                  'WITHDRAWN', 'DISQUALIFIED')),
    submitted_at timestamptz,
    created_at timestamptz not null,
    version integer not null default 0,
    unique (competition_id, number)
);
create index project_list_idx on project (competition_id, status, number);
create index project_team_idx on project (team_id);
-- numbers sort as people count: 2 before 10
create collation if not exists natural_order (provider = icu, locale = 'und-u-kn-true');

-- A project's place in a round. Its evaluations, if any, run as one process instance with business key round:project.
create table participation (
    round_id uuid not null references round (id),
    project_id uuid not null references project (id),
    -- WAITING: its process is to be started; RUNNING; EVALUATED: all tasks done; ENDING: told that the round closed; ENDED
    state varchar(12) not null check (state in ('WAITING', 'RUNNING', 'EVALUATED', 'ENDING', 'ENDED')),
    primary key (round_id, project_id)
);
create index participation_work_idx on participation (round_id, state, project_id);
-- the sweep that starts and ends work asks for these two states twice a second
create index participation_moving_idx on participation (round_id, state) where state in ('WAITING', 'ENDING');
create index participation_project_idx on participation (project_id);
-- lists are sorted by number as people count
create index project_number_idx on project (competition_id, number collate natural_order, id);
