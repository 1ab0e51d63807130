-- A notebook that its student lets others read: whoever has the token may, until the row is deleted.
create table shared_notebook (
    token varchar(40) primary key,
    student uuid not null references account (id) on delete cascade,
    exercise varchar(80) not null,
    created timestamp with time zone not null,
    unique (student, exercise)
);
