-- A list's filters under a name: of one person, or shared with those at work in a competition.
create table saved_view (
    id uuid primary key,
    owner_id uuid not null references person (id),
    name varchar(80) not null,
    -- what stands behind the question mark of the list's address
    query varchar(500) not null,
    shared boolean not null default false,
    competition_id uuid references competition (id),
    saved_at timestamptz not null,
    unique (owner_id, name),
    check (not shared or competition_id is not null)
);
create index saved_view_competition_idx on saved_view (competition_id) where shared;
