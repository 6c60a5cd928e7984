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
       ('QUEUED', 'SUCCEEDED'),
       ('QUEUED', 'FAILED'),
       ('QUEUED', 'CANCELLED'),
       ('RUNNING', 'CANCELLED');

create table batch (
    id             uuid primary key,
    tenant_id      uuid        not null references tenant,
    -- of its items
    lane           text        not null,
    -- 0 low, 1 normal, 2 high: among the batches of its tenant
    priority       smallint    not null check (priority between 0 and 2),
    -- items in flight at once
    concurrency    int         not null check (concurrency > 0),
    -- rows of the upload
    items          int         not null check (items > 0),
    metadata       jsonb       not null,
    webhook_url    text,
    webhook_on     text check (webhook_on in ('ITEM', 'BATCH', 'DIGEST')),
    -- DIGEST: time between two of them
    digest_seconds int,
    -- when the next digest is due; null: none, or all has been told
    digest_at      timestamptz,
    -- number of the last event that a digest told of
    digest_number  bigint      not null default 0,
    -- how old a finished picture may be that its items are given; 0: they share nothing
    reuse_millis   bigint      not null,
    created_at     timestamptz not null,
    -- when its first item was admitted
    started_at     timestamptz,
    paused_at      timestamptz,
    cancel_reason  text,
    finished_at    timestamptz,
    -- how often it was begun: a retry opens one that had finished again, and each round ends with an event of its own
    round          int         not null default 1,
    -- what became of the items; written when it finishes, counted from the jobs until then
    succeeded      int,
    failed         int,
    cancelled      int,
    -- its items are being deleted, for its time is over; it may not be opened again
    leaving        boolean     not null default false,
    check (not leaving or finished_at is not null),
    check ((webhook_url is null) = (webhook_on is null)),
    check ((webhook_on is not distinct from 'DIGEST') = (digest_seconds is not null)),
    check (digest_at is null or digest_seconds is not null),
    check ((finished_at is null) = (succeeded is null)),
    check (succeeded + failed + cancelled = items),
    check ((succeeded is null) = (failed is null) and (failed is null) = (cancelled is null))
);

create index batch_by_tenant on batch (tenant_id, id desc);
create index batch_open on batch (tenant_id, priority desc, id) where finished_at is null;
create index batch_digest on batch (digest_at) where digest_at is not null;
create index batch_aging on batch (finished_at) where finished_at is not null;

-- What all items of a batch share: the spec whose places their variables fill.
create table batch_spec (
    batch_id uuid primary key references batch on delete cascade,
    spec     text not null,
    markup   bytea
);

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
    -- null: not by time. It is held by its batch, or follows another job
    due_at          timestamptz,
    -- place among the ready jobs of its lane; null: not ready, a ring is owed when it is due
    turn            bigint,
    -- when a ring was last written for it
    rung_at         timestamptz,
    batch_id        uuid references batch on delete cascade,
    -- in the upload, from 1
    batch_row       int,
    -- the job that draws this row anew
    replaced_by     uuid,
    -- keyed hash of all that decides the picture; null: not shared with anybody
    spec_hash       uuid,
    -- others of the same hash follow it while it is in flight
    leads           boolean     not null default false,
    -- somebody follows
    followed        boolean     not null default false,
    -- the job whose end is its own; a follower is never drawn
    follows         uuid,
    artifact_id     text,
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
    check ((state = 'SUCCEEDED') = (artifact_id is not null)),
    check (turn is null or state = 'QUEUED' and due_at is not null),
    check (follows is null or due_at is null),
    check (due_at is not null or state <> 'QUEUED' or follows is not null or batch_id is not null),
    check ((batch_id is null) = (batch_row is null)),
    check (not leads or spec_hash is not null),
    check (not leads or follows is null),
    check (spent between 0 and attempt),
    check ((progress_done is null) = (progress_of is null)),
    check (progress_done between 0 and progress_of)
) with (fillfactor = 85);

create index job_by_tenant on job (tenant_id, id desc);
-- whose turn it is, and where a tenant's next one comes in
create index job_ready on job (lane, turn, id) where turn is not null;
create index job_ready_of_tenant on job (lane, tenant_id, turn) where turn is not null;
create index job_due on job (due_at) where state = 'QUEUED' and turn is null and due_at is not null;
create index job_leased on job (lease_until) where state = 'RUNNING';
-- items age with their batch
create index job_aging on job (finished_at) where finished_at is not null and batch_id is null;
create index job_of_batch on job (batch_id) where batch_id is not null;
-- one leader for each hash
create unique index job_leader on job (tenant_id, spec_hash) where leads and state in ('QUEUED', 'RUNNING');
create index job_followers on job (follows, id) where follows is not null and state = 'QUEUED';
-- one job speaks for each row of a batch
create unique index job_item on job (batch_id, batch_row) where batch_id is not null and replaced_by is null;
create index job_held on job (batch_id, batch_row)
    where batch_id is not null and state = 'QUEUED' and due_at is null and follows is null;
create index job_in_flight on job (batch_id)
    where batch_id is not null and (state = 'RUNNING' or state = 'QUEUED' and (due_at is not null or follows is not null));

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
    job_id    uuid primary key references job on delete cascade,
    -- null: its batch's, with its batch's markup
    spec      text,
    -- the source's markup in UTF-8, which stands apart so that megabytes of it are copied and not escaped
    markup    bytea,
    -- JSON object: what fills the places in the markup or the address
    variables text,
    check (spec is not null or markup is null)
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
    tenant_id    uuid        not null references tenant,
    -- who drew it; null when that job is no longer kept
    job_id       uuid unique references job on delete set null,
    attempt      int         not null,
    -- of the job that drew it; null: not shared
    spec_hash    uuid,
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
    -- from when its age counts: a job that is given it anew makes it young again
    kept_since   timestamptz not null default now(),
    -- its URL answers "gone" from here on, and its bytes are deleted soon after
    expired_at   timestamptz,
    -- when its bytes were deleted
    deleted_at   timestamptz,
    -- no job points to it, and none ever will: the row goes after the bytes
    unused       boolean     not null default false,
    check (deleted_at is null or expired_at is not null),
    check (not unused or expired_at is not null),
    check ((frames is null) = (length_millis is null)),
    check (frames is null or pages is null)
);

create index artifact_of_hash on artifact (tenant_id, spec_hash, created_at desc)
    where spec_hash is not null and expired_at is null;
create index artifact_aging on artifact (kept_since) where expired_at is null;
create index artifact_expired on artifact (expired_at) where expired_at is not null and deleted_at is null;
create index artifact_unused on artifact (id) where unused and deleted_at is not null;
create index artifact_of_key on artifact (storage_key);

alter table job
    add foreign key (artifact_id) references artifact;
create index job_of_artifact on job (artifact_id) where artifact_id is not null;

create table event (
    id            uuid primary key,
    tenant_id     uuid        not null references tenant,
    -- place in its tenant's ledger, without gaps; given soon after the commit, in one order for all readers
    number        bigint,
    job_id        uuid unique references job on delete cascade,
    batch_id      uuid references batch on delete cascade,
    type          text        not null,
    -- of a batch's end: which of its rounds ended
    round         int,
    -- of a digest: it tells of its batch's events with numbers above the first and up to the second
    told_above    bigint,
    told_up_to    bigint,
    occurred_at   timestamptz not null,
    -- when the deliveries were written; at once where there are none
    fanned_out_at timestamptz,
    check (job_id is not null or batch_id is not null),
    check ((told_above is null) = (told_up_to is null)),
    check ((type = 'BATCH_PROGRESS') = (told_above is not null)),
    check ((round is null) = (job_id is not null or type = 'BATCH_PROGRESS')),
    unique (tenant_id, number)
);

-- How many of a tenant's events have a number. Apart from the tenant, whose row every new row of the ledger looks up: one
-- that changes ten times a second would have a long past to be walked through while somebody reads an old state.
create table event_count (
    tenant_id uuid primary key references tenant,
    numbered  bigint not null
);

create index event_unnumbered on event (occurred_at, id) where number is null;
create index event_waiting on event (occurred_at) where fanned_out_at is null;
create index event_of_batch on event (batch_id, number) where batch_id is not null;
create unique index event_of_batch_end on event (batch_id, round) where round is not null;

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

-- What a client's own key stands for, so that a repeated request is answered and not done again.
create table idempotency (
    tenant_id   uuid        not null references tenant,
    key         text        not null,
    -- SHA-256 of the request: another one under the same key is refused
    fingerprint bytea       not null,
    -- the job or batch that it made
    subject     uuid        not null,
    created_at  timestamptz not null,
    primary key (tenant_id, key)
);

create index idempotency_aging on idempotency (created_at);
