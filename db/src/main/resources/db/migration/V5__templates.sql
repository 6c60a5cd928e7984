-- Templates of every face are the same thing, with a named language, and are found by what stands in their head.

alter table template
    -- never changes; those that there are were all written in the first language that there was
    add engine      text   not null default 'HANDLEBARS' check (engine in ('EXPRESSION', 'HANDLEBARS')),
    -- of the latest version
    add name        text   not null default '',
    add description text,
    add type        text,
    add category    text,
    add tags        text[] not null default '{}',
    add output      text   not null default 'image' check (output in ('image', 'pdf', 'gif')),
    -- anybody who knows its name may have it rendered
    add open        boolean not null default false,
    -- who draws its small picture, or drew it
    add thumbnail   uuid;

alter table template
    alter engine drop default;

create index template_by_tenant on template (tenant_id, created_at desc, id desc) where deleted_at is null;
