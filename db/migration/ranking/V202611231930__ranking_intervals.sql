-- how sure a result is: half of its 95 % interval (null where none would be true), and jurors too far apart
alter table ranking_row add column margin numeric;
alter table ranking_row add column disputed boolean not null default false;
-- whether the interval contains the cut of the policy
alter table ranking_row add column near_cut boolean not null default false;
