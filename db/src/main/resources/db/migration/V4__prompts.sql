-- Pictures that models paint: what they cost, what providers were asked, and jobs whose owner had them wiped.

alter table job
    -- wire shape that the webhook's receiver reads; null: our own envelope
    add column webhook_shape text,
    -- a model paints all of the picture, and no page is drawn
    add column painted       boolean not null default false,
    -- all that it held was wiped, and nothing is to be shown of it
    add column cleaned_at    timestamptz,
    add check (webhook_shape is null or webhook_url is not null),
    add check (cleaned_at is null or finished_at is not null);

create index job_painted on job (tenant_id, id desc) where painted and state = 'SUCCEEDED' and cleaned_at is null;

alter table artifact
    -- who painted what is in it; null: no model did
    add column backend text,
    -- what that costs
    add column credits numeric,
    add check ((backend is null) = (credits is null));

-- Credits that a job needs, from when its worker asks a model. They count against its tenant while the job is running,
-- and once it has succeeded. Not bound to the job, which goes earlier.
create table painting (
    job_id      uuid primary key,
    tenant_id   uuid        not null references tenant,
    -- names of the models
    model       text        not null,
    credits     numeric     not null check (credits >= 0),
    reserved_at timestamptz not null,
    -- when the job succeeded; null: not charged
    charged_at  timestamptz
);

create index painting_of_tenant on painting (tenant_id, charged_at) include (credits);
create index painting_open on painting (reserved_at) where charged_at is null;
create index painting_aging on painting (charged_at) where charged_at is not null;

-- What a provider that keeps a queue was asked for a picture, so that the next attempt goes on with it.
create table painting_handle (
    job_id  uuid not null references job on delete cascade,
    -- the variable that the picture fills; empty: it is the job's own
    picture text not null,
    -- who wrote it: an older attempt does not overwrite a newer one's
    attempt int  not null,
    handle  text not null,
    primary key (job_id, picture)
);
