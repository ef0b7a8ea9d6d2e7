-- Whether it was told that the time of a role has passed; that ends the sessions of whoever held it.
alter table role_grant add column end_told boolean not null default false;
update role_grant set end_told = true where valid_until <= now();
create index role_grant_ending_idx on role_grant (valid_until) where valid_until is not null and not end_told;
