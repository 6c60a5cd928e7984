-- What a key may be used for, and the key itself for those that sign addresses with it. Deleting a key is revoking it.

alter table credential
    add column name                   text        not null default 'API key',
    add column description            text,
    -- the whole key, encrypted with the master key, since an HMAC cannot be checked with a hash; null: made before keys
    -- were kept, so that it opens doors and cannot sign
    add column sealed_key             bytea,
    -- what it may do; keys from before scopes may do everything
    add column scopes                 text[]      not null default array [
        'images:create', 'images:read', 'images:delete', 'images:store',
        'templates:read', 'templates:create_update', 'templates:delete',
        'usage:read',
        'api_keys:read', 'api_keys:create_update', 'api_keys:delete'],
    -- a migration that brings a new scope gives it to these keys, too
    add column all_future_permissions boolean     not null default true,
    add column updated_at             timestamptz not null default now();

update credential
set updated_at = coalesce(revoked_at, created_at);

alter table credential
    alter column name drop default,
    alter column scopes drop default,
    alter column all_future_permissions drop default;

create index credential_of_tenant on credential (tenant_id, created_at desc, id desc);
