-- what is in, by day, is counted without reading the evaluations themselves
drop index evaluation_round_idx;
create index evaluation_round_idx on evaluation (round_id, project_id, state) include (submitted_at, assignment_id);
