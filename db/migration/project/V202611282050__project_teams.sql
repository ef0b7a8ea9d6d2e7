-- The teams of a competition, whose names are searched, without those of all others.
create index team_competition_idx on team (competition_id, id);
