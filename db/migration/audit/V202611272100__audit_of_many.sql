-- what happened to many projects at once is found from each of them
create index audit_entry_many_projects_idx on audit_entry using gin ((details -> 'projectIds'))
    where (details -> 'projectIds') is not null;
drop index audit_entry_moves_idx;
