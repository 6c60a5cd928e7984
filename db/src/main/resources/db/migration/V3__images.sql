-- Pictures with a lasting address, and the templates that they are filled from.

create table template (
    id         uuid primary key,
    tenant_id  uuid        not null references tenant,
    created_at timestamptz not null,
    deleted_at timestamptz
);

create table template_version (
    template_id uuid        not null references template,
    -- milliseconds since 1970 or a little more: no two of a tenant are alike, so that a page of them has a clear end
    number      bigint      not null check (number > 0),
    tenant_id   uuid        not null references tenant,
    -- JSON in the words of its face, encrypted with the master key; null: its template was deleted
    definition  bytea,
    created_at  timestamptz not null,
    primary key (template_id, number),
    unique (tenant_id, number)
);

create table image (
    id              uuid primary key,
    tenant_id       uuid        not null references tenant,
    -- JSON in the words of its face, encrypted with the master key, since headers are secrets; null: deleted
    definition      bytea,
    -- keyed hash of the definition; null: nobody looks for its equals
    content         uuid,
    template_id     uuid,
    template_number bigint,
    created_at      timestamptz not null,
    deleted_at      timestamptz,
    check ((definition is null) = (deleted_at is not null)),
    check ((template_id is null) = (template_number is null)),
    foreign key (template_id, template_number) references template_version
);

create index image_by_tenant on image (tenant_id, created_at desc, id desc) where deleted_at is null;
-- for counting: the deleted ones were there, too
create index image_by_time on image (tenant_id, created_at);
create index image_of_content on image (tenant_id, content, created_at desc)
    where content is not null and deleted_at is null;
create index image_of_template on image (template_id, template_number) where template_id is not null;

-- Who draws an image, or drew it.
create table image_drawing (
    image_id  uuid not null references image,
    rendition text not null check (rendition in ('RASTER', 'DOCUMENT')),
    job_id    uuid not null,
    primary key (image_id, rendition)
);

-- whether a job that succeeds draws an image
create index image_drawing_of_job on image_drawing (job_id);

-- An image is kept until it is deleted, and its job and its picture with it: the job's row says so, the picture's age
-- counts from a time that never comes.
alter table job
    add kept boolean not null default false;

drop index job_aging;
create index job_aging on job (finished_at) where finished_at is not null and batch_id is null and not kept;
