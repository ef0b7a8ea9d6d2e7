-- A file of a project. Its content and state are in stored_file; removed files keep their row and number.
create table project_file (
    file_id uuid primary key references stored_file (id),
    project_id uuid not null references project (id),
    type varchar(20) not null check (type in ('EXEC_SUMMARY', 'PRESENTATION', 'VIDEO', 'BUSINESS_PLAN', 'VIDEO_PITCH',
                                              'SUPPORTING_DOC', 'OTHER')),
    -- from 1 for each type; what readers of a blind round know it by
    number integer not null,
    added_by uuid not null references person (id),
    -- the file that goes when this one has arrived
    replaces_id uuid references project_file (file_id),
    unique (project_id, type, number)
);

-- What an intake round asks teams for. A round without any takes files of every type and requires none.
create table file_asked (
    round_id uuid not null references round (id) on delete cascade,
    type varchar(20) not null check (type in ('EXEC_SUMMARY', 'PRESENTATION', 'VIDEO', 'BUSINESS_PLAN', 'VIDEO_PITCH',
                                              'SUPPORTING_DOC', 'OTHER')),
    -- without it a project cannot be handed in
    required boolean not null,
    max_bytes bigint not null check (max_bytes > 0),
    primary key (round_id, type)
);
