-- Who accompanies a project. The role MENTOR says who may be named; without it, being named gives no right.
create table project_mentor (
    project_id uuid not null references project (id),
    person_id uuid not null references person (id),
    named_by uuid references person (id),
    named_at timestamptz not null,
    primary key (project_id, person_id)
);
create index project_mentor_person_idx on project_mentor (person_id);
