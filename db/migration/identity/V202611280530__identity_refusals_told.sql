-- Whether the log says that sign-ins were refused since this was locked: once for each lock.
alter table sign_in_lock add column refusal_told boolean not null default false;
