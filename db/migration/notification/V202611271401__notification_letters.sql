-- Letters to one person that belong to no mailing. Somebody waits for them: they leave before all mailings.
alter table notification alter column mailing_id drop not null;
alter table notification
    add column urgent boolean not null default false,
    -- where it goes if not to the person's address, e.g. to the new one where an address changes
    add column address varchar(320),
    -- the link that {{link}} stands for, encrypted; gone once the letter is sent or given up
    add column sealed_link varchar(2000),
    -- a link that no longer works is not sent
    add column good_until timestamptz;
drop index notification_queue_idx;
create index notification_queue_idx on notification (urgent desc, next_attempt_at, id) where state = 'QUEUED';
