-- the few assignments that are no longer work to be done: counted apart from the many that are
create index assignment_ended_idx on assignment (round_id, state, id) where state <> 'ACTIVE';
