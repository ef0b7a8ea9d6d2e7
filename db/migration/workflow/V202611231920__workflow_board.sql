-- What the organiser's board counts, for 20,000 projects as for 20.
create index inbox_task_steps_idx on inbox_task (round_id, process_key, task_key, state);
create index inbox_task_turns_idx on inbox_task (competition_id, task_key, round_id) where state = 'OPEN';
-- the work on the projects of a round has business keys round:project; found by their beginning
create index regatta_execution_key_idx on act_ru_execution (business_key_ text_pattern_ops) where business_key_ is not null;
