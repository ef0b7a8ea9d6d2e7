-- What people have claimed for a role, few among all tasks: swept for those who hold the role no more.
create index inbox_task_claimed_idx on inbox_task (assignee)
    where state = 'OPEN' and assignee is not null and candidate_role is not null;
