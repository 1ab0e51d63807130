-- A draft also holds a student's own cells, and an own notebook is a draft without an exercise.
alter table draft alter column edits set data type varchar(400000);
alter table draft add column deleted timestamp with time zone;

-- The changes that made a draft what it is, in their order. Those that were undone come after those that stand.
create table draft_change (
    draft uuid not null references draft (id) on delete cascade,
    number bigint not null,
    label varchar(120) not null,
    parts varchar(1000000) not null,
    undone boolean not null,
    made timestamp with time zone not null,
    primary key (draft, number)
);
