-- A file in the object store. Its object has a random name; nobody but its checker reads it before the state CHECKED.
create table stored_file (
    id uuid primary key,
    object_key varchar(64) not null unique,
    -- as the person who uploaded it called it
    name varchar(200) not null,
    size_bytes bigint not null check (size_bytes > 0),
    -- formats that whoever announced it takes (org.regatta.file.FileFormat)
    accepts text[] not null,
    -- ANNOUNCED; UPLOADED: complete, in quarantine; CHECKED: to be read; REFUSED, REMOVED: its object is deleted
    state varchar(10) not null check (state in ('ANNOUNCED', 'UPLOADED', 'CHECKED', 'REFUSED', 'REMOVED')),
    -- of the store, while parts of it arrive
    upload_id varchar(1024),
    -- what its content is
    format varchar(10),
    refusal varchar(20),
    announced_at timestamptz not null,
    -- when somebody last asked where to put its parts
    touched_at timestamptz not null,
    uploaded_at timestamptz,
    checked_at timestamptz,
    -- when it is checked next; while a node checks it, when another may take it over
    next_check_at timestamptz,
    check_attempts integer not null default 0,
    check_error varchar(500)
);
create index stored_file_quarantine_idx on stored_file (next_check_at, id) where state = 'UPLOADED';
create index stored_file_announced_idx on stored_file (touched_at) where state = 'ANNOUNCED';

-- The outbox of deletions: objects that nothing names any more, until the store has forgotten them.
create table object_deletion (
    object_key varchar(64) primary key,
    -- an upload that may still be open
    upload_id varchar(1024),
    next_attempt_at timestamptz not null,
    attempts integer not null default 0,
    last_error varchar(500)
);
create index object_deletion_queue_idx on object_deletion (next_attempt_at);
