-- A letter that leaves by itself before a deadline, for instance of a round; what is not here reminds nobody.
create table reminder (
    subject_id uuid primary key,
    lead_seconds bigint not null check (lead_seconds between 3600 and 2592000),
    subject varchar(200) not null,
    body text not null,
    -- of both, as a language tag
    language varchar(35) not null
);
-- a process sends reminders, nobody in person
alter table mailing alter column sent_by drop not null;
