-- what waits for the holders of a role stands among tens of thousands of tasks that are people's own
create index inbox_task_group_idx on inbox_task (competition_id, candidate_role)
    where state = 'OPEN' and candidate_role is not null;
