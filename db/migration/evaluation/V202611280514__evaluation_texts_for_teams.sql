-- TEXT: written to the team, which reads it after release where the round says so.
alter table criterion add column for_team boolean not null default false;
