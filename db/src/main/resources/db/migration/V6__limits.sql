-- How often each credential asks.

-- A row for each credential and class of requests, changed by each call, so a call must cost no write to disk that
-- anybody waits for: the table is unlogged, and nothing here refers to another table, whose row would be locked and so
-- logged. A database that crashes, or a standby that takes over, begins with none: every burst is whole again then.
create unlogged table call_rate (
    credential_id uuid        not null,
    class         text        not null,
    -- when the whole burst is free again
    full_at       timestamptz not null,
    -- whether the last call was let through
    taken         boolean     not null,
    primary key (credential_id, class)
) with (fillfactor = 50);
