-- What is kept of a cell's runs once another has taken their place: settings, result, and a thin curve of the loss.
create table kept_run (
    id uuid primary key,
    owner uuid not null references account (id) on delete cascade,
    slug varchar(100) not null,
    cell varchar(100) not null,
    number integer not null,
    name varchar(80) not null,
    setup varchar(300000) not null,
    state varchar(10) not null,
    step bigint not null,
    training_loss double precision not null,
    training_accuracy double precision not null,
    validation_loss double precision not null,
    validation_accuracy double precision not null,
    curve bytea not null,
    created timestamp with time zone not null
);

create index kept_run_of_cell on kept_run (owner, slug, cell, number);
