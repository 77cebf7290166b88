-- Questions that were not met, put together by likeness. Times are milliseconds since 1970 UTC.

ALTER TABLE turn ADD COLUMN gist TEXT;          -- what the question comes down to, as one line; null for what is no question
ALTER TABLE turn ADD COLUMN gist_version TEXT;  -- version of the language data that it was read with; null: not read yet

-- All that grouping and look-ups read, like questions side by side.
CREATE INDEX turn_gist ON turn (gist_version, gist, id, at, outcome, helpful, province);

-- Which turns belong together. No words of questions stand here: what a group is called is read from its turns, and goes with them.
CREATE TABLE question_group_member (
    run      INTEGER NOT NULL,                  -- of the grouping that wrote it; only those of the latest count
    group_id INTEGER NOT NULL,                  -- out of a keyed hash of the gist that leads the group, so that a group keeps its address
    turn_id  INTEGER NOT NULL REFERENCES turn (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,                  -- this and the rest as in the turn when it was grouped
    outcome  TEXT    NOT NULL,
    helpful  INTEGER,
    province TEXT,
    PRIMARY KEY (turn_id, run)                  -- in one order only, and the one in which turns are read: a run writes and removes as many rows as there are unmet questions
) WITHOUT ROWID;

CREATE TABLE question_grouping (
    id         INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    begun      INTEGER NOT NULL,                -- number of the latest run that began
    run        INTEGER NOT NULL,                -- number of the latest that was finished; 0 for none
    ended_at   INTEGER,
    turns      INTEGER NOT NULL,                -- how many it put into groups
    groups     INTEGER NOT NULL,
    seen       TEXT                             -- what it was made of, to tell whether there is anything new
);
INSERT INTO question_grouping (id, begun, run, turns, groups) VALUES (1, 0, 0, 0, 0);

-- Groups that need no answer.
CREATE TABLE question_group_dismissed (
    group_id   INTEGER NOT NULL PRIMARY KEY,
    officer_id INTEGER REFERENCES officer (id),
    at         INTEGER NOT NULL
);
