-- Endpoints that want to be told of all events of a kind, whichever job or batch they are about.

create table subscription (
    id         uuid primary key,
    tenant_id  uuid        not null references tenant,
    -- wire shape that the endpoint reads
    shape      text        not null,
    -- the shape's name for a kind of event
    topic      text        not null,
    -- JSON object that the shape understands: what of the topic is wanted
    filters    text        not null,
    target_url text        not null,
    platform   text        not null,
    status     text        not null check (status in ('ACTIVE', 'PAUSED', 'FAILED')),
    -- whsec_…, encrypted with the master key
    secret     bytea       not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index subscription_of_tenant on subscription (tenant_id, created_at desc, id desc);
-- asked by every statement that writes an event: is there anybody to be told?
create index subscription_active on subscription (tenant_id) where status = 'ACTIVE';

-- A subscription's deliveries go to where it points at that time, so that only those for a job's own webhook have a URL.
alter table delivery
    alter column url drop not null,
    add column subscription_id uuid references subscription on delete cascade,
    add check ((url is null) = (subscription_id is not null));

-- each event once
create unique index delivery_of_subscription on delivery (subscription_id, event_id) where subscription_id is not null;
-- what waits when it is stopped or set going again
create index delivery_waiting on delivery (subscription_id) where subscription_id is not null and state = 'PENDING';

alter table delivery_attempt
    add column millis int;

-- What became of a subscription's deliveries. In several rows of which each outcome changes one: else those who deliver
-- to one subscription would wait for each other. After the reference above, so that whoever deletes a subscription comes
-- to its deliveries first, as whoever writes an outcome does.
create table subscription_tally (
    subscription_id uuid     not null references subscription on delete cascade,
    slot            smallint not null,
    -- deliveries taken, and given up
    delivered       bigint   not null default 0,
    given_up        bigint   not null default 0,
    -- attempts not taken since it was made or last resumed
    failures        bigint   not null default 0,
    -- the latest attempt of this slot
    last_at         timestamptz,
    last_taken      boolean,
    last_number     int,
    last_status     int,
    last_millis     int,
    last_note       text,
    next_at         timestamptz,
    primary key (subscription_id, slot),
    check ((last_at is null) = (last_taken is null))
) with (fillfactor = 50);
