-- Who works in the office's console, and what was done there. Times are milliseconds since 1970 UTC.

-- Rows stay, since the audit log names their ids; who has left has a time in removed_at, and no secrets any more.
CREATE TABLE officer (
    id                INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name              TEXT    NOT NULL,
    normalized_name   TEXT    NOT NULL,
    role              TEXT    NOT NULL CHECK (role IN ('officer', 'reviewer', 'administrator')),
    password_hash     TEXT    NOT NULL,
    must_change       INTEGER NOT NULL DEFAULT 0,  -- 1 where the password was chosen by someone else
    stamp             TEXT    NOT NULL,            -- sessions with another one are over
    failures          INTEGER NOT NULL DEFAULT 0,  -- sign-ins that failed since the last that did not
    locked_until      INTEGER,
    two_factor        INTEGER NOT NULL DEFAULT 0,
    authenticator_key TEXT,                        -- sealed
    recovery_codes    TEXT,                        -- sealed
    totp_step         INTEGER NOT NULL DEFAULT 0,  -- of the last code that was taken; none counts twice
    version           INTEGER NOT NULL DEFAULT 0,  -- rises with each change
    added_at          INTEGER NOT NULL,
    removed_at        INTEGER
);

CREATE UNIQUE INDEX officer_by_name ON officer (normalized_name) WHERE removed_at IS NULL;

CREATE TRIGGER officer_stays BEFORE DELETE ON officer
BEGIN
    SELECT RAISE(ABORT, 'officers are never deleted');
END;

-- The audit log: ids only, no names, no texts, no words that were searched for.
CREATE TABLE audit (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at           INTEGER NOT NULL,
    officer_id   INTEGER REFERENCES officer (id),  -- who; null for nobody that is known, and for commands
    action       TEXT    NOT NULL,
    subject_kind TEXT,                             -- what it was done to
    subject_id   TEXT,
    outcome      TEXT    NOT NULL
);

CREATE INDEX audit_by_officer ON audit (officer_id, id);
CREATE INDEX audit_by_action ON audit (action, id);
CREATE INDEX audit_by_time ON audit (at);

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

-- INSERT OR REPLACE takes a row away without any trigger of deletion.
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;
