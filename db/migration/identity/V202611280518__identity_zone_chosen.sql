-- A time zone is one that the person chose; until then times are read in that of the competition they belong to.
alter table person alter column zone drop not null, alter column zone drop default;
update person set zone = null where zone = 'UTC';
