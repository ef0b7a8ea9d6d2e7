-- which assignment somebody took over with this one, so that a replacement can be taken back as it was
alter table assignment add column replaces uuid references assignment (id) on delete set null;
create index assignment_replaces_idx on assignment (replaces) where replaces is not null;
