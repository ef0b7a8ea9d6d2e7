-- What is searched for, in lower case: "ilike" lowers every row anew, a third of a millisecond for a hundred projects.
alter table project add column searched text generated always as (lower(number || ' ' || title)) stored;
alter table team add column searched text generated always as (lower(name)) stored;
