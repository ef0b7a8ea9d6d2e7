-- Tokens are entities: two who change one at the same time notice each other.
alter table api_token add column version integer not null default 0;
