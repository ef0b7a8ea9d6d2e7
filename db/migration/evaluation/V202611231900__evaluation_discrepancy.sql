-- Rounds that watch for discrepancies: from this spread of the jurors' totals on, in percent of the scale, a project
-- needs a third reader. A round without a row never asks.
create table discrepancy_rule (
    round_id uuid primary key references round (id),
    limit_percent integer not null check (limit_percent between 1 and 100)
);
