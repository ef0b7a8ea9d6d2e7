-- What waits for whom: written in the transaction that moves the engine's task, read by the inbox instead of the engine.
create table inbox_task (
    task_id varchar(64) primary key,
    process_key varchar(120) not null,
    task_key varchar(120) not null,
    name varchar(200) not null,
    business_key varchar(120) not null,
    process_instance_id varchar(64) not null,
    program_id uuid,
    competition_id uuid,
    round_id uuid,
    project_id uuid,
    -- either a person, or everyone holding the role in the competition
    assignee uuid,
    candidate_role varchar(20),
    state varchar(10) not null check (state in ('OPEN', 'COMPLETED', 'CANCELLED')),
    due_at timestamptz,
    created_at timestamptz not null,
    ended_at timestamptz,
    completed_by uuid,
    -- what the form was answered; free text lives here and never in the engine
    answers jsonb
);
create index inbox_task_assignee_idx on inbox_task (assignee, due_at, task_id) where state = 'OPEN';
create index inbox_task_role_idx on inbox_task (candidate_role, competition_id, due_at, task_id) where state = 'OPEN' and assignee is null;
create index inbox_task_program_role_idx on inbox_task (candidate_role, program_id, due_at, task_id) where state = 'OPEN' and assignee is null;
create index inbox_task_done_idx on inbox_task (assignee, ended_at desc) where state = 'COMPLETED';
create index inbox_task_business_key_idx on inbox_task (business_key);
create index inbox_task_round_idx on inbox_task (round_id, state);

-- Every sequence flow taken. The engine's history does not hold it and it cannot be recovered later.
create table flow_taken (
    id bigint generated always as identity primary key,
    process_instance_id varchar(64) not null,
    execution_id varchar(64) not null,
    process_key varchar(120) not null,
    process_version integer not null,
    business_key varchar(120),
    flow_id varchar(120) not null,
    source_id varchar(120) not null,
    target_id varchar(120) not null,
    taken_at timestamptz not null
);
create index flow_taken_instance_idx on flow_taken (process_instance_id, id);
create index flow_taken_business_key_idx on flow_taken (business_key, id);
