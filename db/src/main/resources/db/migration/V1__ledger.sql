-- The ledger: the only truth about jobs. Every guarded update in the code names state and attempt; what the guards
-- forget, the constraints and the transition table below refuse.

create table tenant (
    id             uuid primary key,
    name           text        not null,
    -- whsec_…, encrypted with the master key
    webhook_secret bytea       not null,
    created_at     timestamptz not null default now()
);

create table credential (
    -- public: the user name of Basic
    id         uuid primary key,
    tenant_id  uuid        not null references tenant,
    -- readable beginning of the key, to find the row
    lookup     text        not null unique,
    -- keyed hash of the whole key
    key_hash   bytea       not null,
    created_at timestamptz not null default now(),
    revoked_at timestamptz
);

create table job_transition (
    from_state text not null,
    to_state   text not null,
    primary key (from_state, to_state)
);

insert into job_transition (from_state, to_state)
values ('QUEUED', 'RUNNING'),
       ('RUNNING', 'QUEUED'),
       ('RUNNING', 'SUCCEEDED'),
       ('RUNNING', 'FAILED'),
       ('QUEUED', 'CANCELLED'),
       ('RUNNING', 'CANCELLED');

create table job (
    id              uuid primary key,
    tenant_id       uuid        not null references tenant,
    lane            text        not null,
    state           text        not null,
    metadata        jsonb       not null,
    webhook_url     text,
    -- the fencing token: attempts begun, never goes back
    attempt         int         not null default 0,
    -- attempts that count against the limit; a planned stop gives one back
    spent           int         not null default 0,
    due_at          timestamptz not null,
    -- when a ring was last written for it; null: one is owed when it is due
    rung_at         timestamptz,
    worker          text,
    lease_until     timestamptz,
    created_at      timestamptz not null,
    started_at      timestamptz,
    finished_at     timestamptz,
    -- of the attempt under way, as its worker told with its last renewal
    progress_done   int,
    progress_of     int,
    failure_code    text,
    failure_message text,
    cancel_reason   text,
    check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    check ((state = 'RUNNING') = (lease_until is not null)),
    check ((state in ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at is not null)),
    check ((state = 'FAILED') = (failure_code is not null)),
    check ((state = 'CANCELLED') = (cancel_reason is not null)),
    check (spent between 0 and attempt),
    check ((progress_done is null) = (progress_of is null)),
    check (progress_done between 0 and progress_of)
) with (fillfactor = 85);

create index job_by_tenant on job (tenant_id, id desc);
create index job_waiting on job (lane, due_at) where state = 'QUEUED';
create index job_leased on job (lease_until) where state = 'RUNNING';

create function refuse_unknown_transition() returns trigger
    language plpgsql as
$$
begin
    if not exists (select from job_transition where from_state = old.state and to_state = new.state) then
        raise exception 'a job may not go from % to %', old.state, new.state
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger job_transition
    before update of state
    on job
    for each row
execute function refuse_unknown_transition();

-- Apart from the job: read once by the worker, and megabytes must not move when a state changes.
create table job_spec (
    job_id uuid primary key references job on delete cascade,
    spec   text not null,
    -- the source's markup in UTF-8, which stands apart so that megabytes of it are copied and not escaped
    markup bytea
);

-- Uncompressed: specs are written and read once each, and what is large in them are pictures that do not shrink.
alter table job_spec
    alter column spec set storage external,
    alter column markup set storage external;

create table attempt (
    job_id     uuid        not null references job on delete cascade,
    number     int         not null check (number > 0),
    worker     text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    outcome    text check (outcome in ('SUCCEEDED', 'FAILED', 'RELEASED', 'LOST', 'CANCELLED')),
    failure    text,
    primary key (job_id, number),
    check ((ended_at is null) = (outcome is null))
);

create table artifact (
    id           text primary key,
    job_id       uuid        not null unique references job on delete cascade,
    attempt      int         not null,
    storage_key  text        not null,
    content_type text        not null,
    size         bigint      not null,
    -- pixels; points for documents
    width        int         not null,
    height       int         not null,
    -- moving pictures only
    frames        int,
    length_millis int,
    -- documents only
    pages        int,
    sha256       text        not null,
    -- JSON: how it came about
    receipt      text        not null,
    created_at   timestamptz not null default now(),
    check ((frames is null) = (length_millis is null)),
    check (frames is null or pages is null)
);

create table event (
    id            uuid primary key,
    seq           bigint generated always as identity unique,
    tenant_id     uuid        not null references tenant,
    job_id        uuid        not null unique references job on delete cascade,
    type          text        not null,
    occurred_at   timestamptz not null,
    -- when the deliveries were written; at once where there are none
    fanned_out_at timestamptz
);

create index event_waiting on event (occurred_at) where fanned_out_at is null;

create table delivery (
    id          uuid primary key,
    event_id    uuid        not null references event on delete cascade,
    url         text        not null,
    -- the bytes that are signed and sent, the same on each attempt
    body        text        not null,
    state       text        not null check (state in ('PENDING', 'DELIVERED', 'FAILED')),
    attempts    int         not null default 0,
    -- when the next attempt is due; while one is under way, when it is taken for lost
    due_at      timestamptz not null,
    created_at  timestamptz not null default now(),
    finished_at timestamptz,
    unique (event_id, url),
    check ((state = 'PENDING') = (finished_at is null))
) with (fillfactor = 85);

create index delivery_due on delivery (due_at) where state = 'PENDING';

create table delivery_attempt (
    delivery_id uuid        not null references delivery on delete cascade,
    number      int         not null,
    at          timestamptz not null default now(),
    status      int,
    note        text        not null,
    primary key (delivery_id, number)
);

-- Rings that are still to be handed to the broker. Written by the transaction they tell of.
create table outbox (
    id            bigint generated always as identity primary key,
    -- the job, or the event
    subject       uuid        not null,
    -- the job's lane; null for an event
    lane          text,
    -- until then somebody is about to publish it: at first the process that wrote it
    claimed_until timestamptz not null
);

create index outbox_unclaimed on outbox (claimed_until);
