-- The one run of a person in a train cell: what it was built from, and where it is.
create table run (
    id uuid primary key,
    owner uuid not null references account (id) on delete cascade,
    slug varchar(100) not null,
    cell varchar(100) not null,
    setup varchar(300000) not null,
    fingerprint varchar(64) not null,
    state varchar(10) not null,
    reason varchar(1000) not null,
    pace integer not null,
    created timestamp with time zone not null,
    updated timestamp with time zone not null,
    constraint one_run_a_cell unique (owner, slug, cell)
);

create index run_by_state on run (state);

-- Its checkpoint and its points. In parts, since a value of H2's bytea holds a megabyte at most.
create table run_part (
    run uuid not null references run (id) on delete cascade,
    part integer not null,
    content bytea not null,
    primary key (run, part)
);
