-- A juror whose open evaluation was given to somebody else: it is theirs no more, and nothing of it counts.
alter table assignment drop constraint assignment_state_check;
alter table assignment add constraint assignment_state_check
    check (state in ('ACTIVE', 'RECUSED', 'ABSTAINED', 'REPLACED'));
