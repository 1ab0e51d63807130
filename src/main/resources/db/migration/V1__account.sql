create table account (
    id uuid primary key,
    name varchar(80) not null,
    secret varchar(64) not null,
    created timestamp with time zone not null
);

create table setting (
    name varchar(40) primary key,
    content varchar(200) not null
);
