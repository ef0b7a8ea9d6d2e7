-- What waits for a person is counted in this index alone, a few pages for thousands of tasks: tasks that agree in all of
-- it, as those of a round do, are one entry. What they are about would keep them apart and has an index of its own.
create index inbox_task_person_idx
    on inbox_task (assignee, competition_id, program_id, candidate_role, round_id, task_key, due_at) where state = 'OPEN';
create index inbox_task_person_project_idx on inbox_task (assignee, project_id) where state = 'OPEN';
-- whether a row is still to be looked at is known of pages that were vacuumed since they changed
alter table inbox_task set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
