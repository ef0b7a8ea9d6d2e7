-- A round that is removed before it opened takes along its rule for third readers.
alter table discrepancy_rule drop constraint discrepancy_rule_round_id_fkey;
alter table discrepancy_rule add constraint discrepancy_rule_round_id_fkey
    foreign key (round_id) references round (id) on delete cascade;
