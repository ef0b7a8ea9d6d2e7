-- what happened to one project: entries that name it, and moves of many
create index audit_entry_project_idx on audit_entry ((details ->> 'projectId'), id);
create index audit_entry_moves_idx on audit_entry (competition_id, id) where type = 'project.moved';
