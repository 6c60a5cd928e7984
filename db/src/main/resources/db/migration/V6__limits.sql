-- How often each credential asks, and how much each tenant has had drawn.

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

-- Renders as they are counted: by the statement that accepts them, and by the one that numbers their ends. Only added to,
-- so that nobody who counts waits for anybody else who does.
create table render_entry (
    tenant_id uuid        not null references tenant,
    -- its beginning
    hour      timestamptz not null,
    accepted  bigint      not null default 0,
    succeeded bigint      not null default 0,
    failed    bigint      not null default 0
);

create index render_entry_of_tenant on render_entry (tenant_id, hour);

-- What was added up of them, and is kept for good.
create table render_hour (
    tenant_id uuid        not null references tenant,
    hour      timestamptz not null,
    accepted  bigint      not null,
    succeeded bigint      not null,
    failed    bigint      not null,
    primary key (tenant_id, hour)
);

create view render_usage as
select tenant_id, hour, accepted, succeeded, failed from render_entry
union all
select tenant_id, hour, accepted, succeeded, failed from render_hour;
