-- Buckets of requests (Bucket4j), shared by all nodes; gone once they are full again.
create table rate_limit (
    id varchar(200) primary key,
    state bytea,
    -- milliseconds since 1970
    expires_at bigint
);
create index rate_limit_expires_idx on rate_limit (expires_at);
