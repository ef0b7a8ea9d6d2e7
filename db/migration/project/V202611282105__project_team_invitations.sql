-- Whom a team asks to join it, until they answer or it takes that back: an answer deletes the row, the audit log keeps it.
create table team_invitation (
    id uuid primary key,
    team_id uuid not null references team (id),
    person_id uuid not null references person (id),
    -- as it was typed: the team learns nothing of the account behind it
    email varchar(320) not null,
    invited_by uuid not null references person (id),
    sent_at timestamptz not null,
    sent integer not null default 1,
    expires_at timestamptz not null,
    unique (team_id, person_id)
);
create index team_invitation_person_idx on team_invitation (person_id);
