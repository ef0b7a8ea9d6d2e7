-- handed in after the deadline of its call and within the grace, by the table "Late submission"
alter table project add column submitted_late boolean not null default false;
