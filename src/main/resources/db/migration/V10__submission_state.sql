-- A submission is stored when it is pressed (received) and graded after that, also after a restart.
alter table submission add column state varchar(10) default 'graded' not null;

create index submission_received on submission (state, created);
