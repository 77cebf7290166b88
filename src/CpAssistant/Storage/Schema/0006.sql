-- Search of the log, explanation and replay. Rows that are older than this have neither state nor trace.
ALTER TABLE turn ADD COLUMN state TEXT;                        -- ConversationState that the turn was played from, as JSON
ALTER TABLE turn ADD COLUMN trace TEXT;                        -- why it was answered so: lines, as JSON
ALTER TABLE turn ADD COLUMN written TEXT NOT NULL DEFAULT '';  -- question in its one spelling, marks kept
ALTER TABLE turn ADD COLUMN folded TEXT NOT NULL DEFAULT '';   -- the same without marks

UPDATE turn SET written = vi_normalize(question), folded = vi_fold(question);

-- The words of both; the texts themselves stand in turn alone. Who changes or deletes those keeps this right by the triggers below.
CREATE VIRTUAL TABLE turn_text USING fts5 (written, folded, content = 'turn', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
-- Words of an erased turn leave the index at once, rather than when its pages are next merged.
INSERT INTO turn_text (turn_text, rank) VALUES ('secure-delete', 1);
INSERT INTO turn_text (turn_text) VALUES ('rebuild');

CREATE TRIGGER turn_text_of_new AFTER INSERT ON turn BEGIN
    INSERT INTO turn_text (rowid, written, folded) VALUES (new.id, new.written, new.folded);
END;

CREATE TRIGGER turn_text_of_changed AFTER UPDATE OF written, folded ON turn BEGIN
    INSERT INTO turn_text (turn_text, rowid, written, folded) VALUES ('delete', old.id, old.written, old.folded);
    INSERT INTO turn_text (rowid, written, folded) VALUES (new.id, new.written, new.folded);
END;

CREATE TRIGGER turn_text_of_deleted AFTER DELETE ON turn BEGIN
    INSERT INTO turn_text (turn_text, rowid, written, folded) VALUES ('delete', old.id, old.written, old.folded);
END;

-- All that the search filters by, in the order it shows: a search of any filters reads this and never the turns with their long texts.
CREATE INDEX turn_filter ON turn (id, at, channel, province, intent, outcome, helpful, confidence);
