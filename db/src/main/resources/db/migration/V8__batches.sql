-- A batch may draw each of its rows in several ways: it has a spec for each, and an item names its own.

alter table batch_spec
    add column ordinal smallint not null default 0 check (ordinal >= 0),
    drop constraint batch_spec_pkey,
    add primary key (batch_id, ordinal);

alter table job_spec
    -- of its batch's specs; without meaning where it has a spec of its own
    add column base smallint not null default 0;

-- Wire shape that the webhook's receiver reads; null: our own envelope. A delivery has it too, since it decides how the
-- delivery is signed and when it is tried again.

alter table batch
    add column webhook_shape text,
    add check (webhook_shape is null or webhook_url is not null);

alter table delivery
    add column webhook_shape text,
    add check (webhook_shape is null or url is not null);
