-- What a student expected of a training, as it was when that training was begun for the first time.
create table prediction (
    student uuid not null references account (id) on delete cascade,
    slug varchar(100) not null,
    cell varchar(100) not null,
    answer varchar(4000) not null,
    made timestamp with time zone not null,
    primary key (student, slug, cell)
);
