-- An immutable copy of a student's answers with the grade that they earned. A second press of Submit on the same
-- revision finds the first one's row; only where the exercise itself changed since is the draft graded anew.
create table submission (
    id uuid primary key,
    student uuid not null references account (id) on delete cascade,
    exercise varchar(80) not null,
    exercise_hash varchar(64) not null,
    revision bigint not null,
    edits varchar(65536) not null,
    verdicts varchar(1000000) not null,
    earned integer not null,
    total integer not null,
    created timestamp with time zone not null,
    unique (student, exercise, revision, exercise_hash)
);
