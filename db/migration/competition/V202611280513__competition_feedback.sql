-- EVALUATION: what teams are told besides the decision once it is released. Teams of rounds that are there were promised
-- nothing more, and their jurors wrote for nobody else.
alter table round add column feedback varchar(20) not null default 'DECISION'
    check (feedback in ('DECISION', 'RESULT', 'RESULT_AND_TEXTS'));
