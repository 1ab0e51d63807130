-- Sizes in bytes, so that what a person stores is counted without reading it; titles, so that a list reads no contents.
alter table draft add column title varchar(120);
alter table draft add column bytes bigint default 0 not null;
alter table draft add column history bigint default 0 not null;
alter table draft_change add column bytes bigint default 0 not null;
alter table run add column bytes bigint default 0 not null;
alter table kept_run add column bytes bigint default 0 not null;
alter table submission add column bytes bigint default 0 not null;

update draft_change set bytes = octet_length(parts);
update draft set bytes = octet_length(edits);
update draft set history = coalesce((select sum(bytes) from draft_change where draft_change.draft = draft.id), 0);
update run set bytes = octet_length(setup)
    + coalesce((select sum(octet_length(content)) from run_part where run_part.run = run.id), 0);
update kept_run set bytes = octet_length(setup) + octet_length(curve);
update submission set bytes = octet_length(edits) + octet_length(verdicts);

-- Each answers its question without the rows.
create index draft_head on draft (student, exercise, deleted, changed, title, bytes, history);
create index draft_change_size on draft_change (draft, number, bytes);
create index run_size on run (owner, bytes);
create index kept_run_size on kept_run (owner, bytes);
create index submission_size on submission (student, bytes);
create index draft_deleted on draft (deleted);
create index account_created on account (created);
