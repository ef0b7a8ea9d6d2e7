-- Whether the language is the person's own choice; else pages follow the browser. Only a choice made another language so far.
alter table person add column language_chosen boolean not null default false;
update person set language_chosen = true where locale <> 'en';
