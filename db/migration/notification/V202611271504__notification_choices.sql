-- What people do not want by mail; no row: they want it.
create table notification_choice (
    person_id uuid not null references person (id),
    kind varchar(20) not null,
    email boolean not null,
    primary key (person_id, kind)
);

-- The link in a mail's foot that ends mails of its kind: made anew with each attempt, only its hash is kept.
alter table notification add column unsubscribe_hash bytea;
create unique index notification_unsubscribe_idx on notification (unsubscribe_hash) where unsubscribe_hash is not null;
