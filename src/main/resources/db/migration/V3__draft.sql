-- One student's edits to one exercise. `revision` counts the saves, and no two writers can make the same one.
create table draft (
    id uuid primary key,
    student uuid not null references account (id) on delete cascade,
    exercise varchar(80) not null,
    edits varchar(65536) not null,
    revision bigint not null,
    changed timestamp with time zone not null,
    unique (student, exercise)
);
