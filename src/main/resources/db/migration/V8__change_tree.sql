-- A change stands on another one; one that was undone and then left for another change stays as a version to go back to.
alter table draft_change add column parent bigint default 0 not null;
alter table draft_change add column left_behind boolean default false not null;
update draft_change set parent = coalesce((
    select max(earlier.number) from draft_change earlier
    where earlier.draft = draft_change.draft and earlier.number < draft_change.number), 0);
