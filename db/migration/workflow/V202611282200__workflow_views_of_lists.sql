-- every list that is filtered has views, not the inbox alone; a view belongs to the list with this path
alter table saved_view add column path varchar(120) not null default '/inbox';
alter table saved_view alter column path drop default;
alter table saved_view drop constraint saved_view_owner_id_name_key;
alter table saved_view add constraint saved_view_named unique (owner_id, path, name);
