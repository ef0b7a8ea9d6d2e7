-- Why a juror gives no score, for those who read the assignment later; a recusal keeps its reason in its own row.
alter table assignment add column ended_reason text not null default '';
alter table assignment add column ended_at timestamptz;
