-- Who saw the site as another person, why and how long.
create table view_as (
    id uuid primary key,
    actor_id uuid not null references person (id),
    person_id uuid not null references person (id),
    reason varchar(500) not null,
    begun_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz
);
create index view_as_person_idx on view_as (person_id, id desc);
create index view_as_running_idx on view_as (ends_at) where ended_at is null;
