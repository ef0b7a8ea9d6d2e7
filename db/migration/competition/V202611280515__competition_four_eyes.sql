-- Whether decisions are approved by somebody who prepared none of them.
alter table competition add column four_eyes boolean not null default false;
