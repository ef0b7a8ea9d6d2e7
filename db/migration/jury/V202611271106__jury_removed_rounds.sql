-- A round that is removed before it opened takes along where juries sit in it, and who was to keep away from it.
alter table round_jury drop constraint round_jury_round_id_fkey;
alter table round_jury add constraint round_jury_round_id_fkey
    foreign key (round_id) references round (id) on delete cascade;
alter table recusal drop constraint recusal_round_id_fkey;
alter table recusal add constraint recusal_round_id_fkey
    foreign key (round_id) references round (id) on delete cascade;
