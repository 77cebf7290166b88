-- Figures that are kept. They outlive the turns: an erased or outdated conversation is not taken out of them again. That is meant so, and harms nobody: a cell says
-- how many questions of a kind came in within half a month, and nothing of who asked or in what words.

-- The half month of a turn, in Việt Nam's time (UTC+7): 20260601 or 20260615. Months of the calendar begin with the one, months of reports to the state
-- (Nghị định 09/2019/NĐ-CP) with the other, so that every time that figures are given for is made of whole ones.
ALTER TABLE turn ADD COLUMN slot INTEGER GENERATED ALWAYS AS (
    CAST(strftime('%Y%m', at / 1000 + 25200, 'unixepoch') AS INTEGER) * 100 + CASE WHEN strftime('%d', at / 1000 + 25200, 'unixepoch') < '15' THEN 1 ELSE 15 END
) VIRTUAL;

-- Turns by what became of them, and votes on them. The steps of the form for the office are no questions and are not counted.
CREATE TABLE turn_figure (
    slot        INTEGER NOT NULL,
    channel     TEXT    NOT NULL,
    province    TEXT    NOT NULL,                  -- names joined by ", "; empty for none
    intent      TEXT    NOT NULL,
    turns       INTEGER NOT NULL,
    answered    INTEGER NOT NULL,
    asked_back  INTEGER NOT NULL,
    not_found   INTEGER NOT NULL,
    small_talk  INTEGER NOT NULL,
    handed_over INTEGER NOT NULL,
    helpful     INTEGER NOT NULL,
    unhelpful   INTEGER NOT NULL,
    PRIMARY KEY (slot, channel, province, intent)
) WITHOUT ROWID;

-- What answers cite. Rows stay, since figures name them.
CREATE TABLE provision (
    id       INTEGER NOT NULL PRIMARY KEY,
    document TEXT    NOT NULL,
    section  TEXT    NOT NULL,
    UNIQUE (document, section)
);

-- Turns that cite a provision; one that cites it twice counts once.
CREATE TABLE cited_figure (
    slot      INTEGER NOT NULL,
    channel   TEXT    NOT NULL,
    province  TEXT    NOT NULL,
    provision INTEGER NOT NULL REFERENCES provision (id),
    turns     INTEGER NOT NULL,
    PRIMARY KEY (slot, channel, province, provision)
) WITHOUT ROWID;

-- Which turns these are; this goes with the turns.
CREATE TABLE turn_citation (
    provision INTEGER NOT NULL REFERENCES provision (id),
    turn      INTEGER NOT NULL,
    PRIMARY KEY (provision, turn)
) WITHOUT ROWID;

INSERT INTO turn_figure
SELECT slot, channel, ifnull(province, ''), intent, count(*), sum(outcome = 'answered'), sum(outcome = 'clarification'), sum(outcome = 'not_found'), sum(outcome = 'small_talk'),
    sum(outcome = 'handoff'), sum(helpful IS 1), sum(helpful IS 0)
FROM turn WHERE intent <> 'Enquiry' GROUP BY 1, 2, 3, 4;

INSERT INTO provision (document, section)
SELECT DISTINCT value ->> 'document', value ->> 'section' FROM turn, json_each(turn.citations) WHERE intent <> 'Enquiry';

INSERT INTO turn_citation
SELECT DISTINCT provision.id, turn.id
FROM turn, json_each(turn.citations) JOIN provision ON document = value ->> 'document' AND section = value ->> 'section'
WHERE intent <> 'Enquiry' ORDER BY 1, 2;

INSERT INTO cited_figure
SELECT slot, channel, ifnull(province, ''), provision, count(*) FROM turn_citation JOIN turn ON turn.id = turn_citation.turn GROUP BY 1, 2, 3, 4;

CREATE TRIGGER turn_figure_of_new AFTER INSERT ON turn WHEN new.intent <> 'Enquiry' BEGIN
    INSERT INTO turn_figure
    VALUES (new.slot, new.channel, ifnull(new.province, ''), new.intent, 1, new.outcome = 'answered', new.outcome = 'clarification', new.outcome = 'not_found', new.outcome = 'small_talk',
        new.outcome = 'handoff', new.helpful IS 1, new.helpful IS 0)
    ON CONFLICT DO UPDATE SET turns = turns + 1, answered = answered + excluded.answered, asked_back = asked_back + excluded.asked_back, not_found = not_found + excluded.not_found,
        small_talk = small_talk + excluded.small_talk, handed_over = handed_over + excluded.handed_over, helpful = helpful + excluded.helpful, unhelpful = unhelpful + excluded.unhelpful;
END;

CREATE TRIGGER cited_figure_of_new AFTER INSERT ON turn WHEN new.intent <> 'Enquiry' AND new.citations <> '[]' BEGIN
    INSERT INTO provision (document, section) SELECT value ->> 'document', value ->> 'section' FROM json_each(new.citations) WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO turn_citation
    SELECT provision.id, new.id FROM json_each(new.citations) CROSS JOIN provision ON document = value ->> 'document' AND section = value ->> 'section' WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO cited_figure
    SELECT DISTINCT new.slot, new.channel, ifnull(new.province, ''), provision.id, 1
    FROM json_each(new.citations) CROSS JOIN provision ON document = value ->> 'document' AND section = value ->> 'section' WHERE true
    ON CONFLICT DO UPDATE SET turns = turns + 1;
END;

CREATE TRIGGER turn_figure_of_vote AFTER UPDATE OF helpful ON turn WHEN new.intent <> 'Enquiry' AND new.helpful IS NOT old.helpful BEGIN
    UPDATE turn_figure SET helpful = helpful + (new.helpful IS 1) - (old.helpful IS 1), unhelpful = unhelpful + (new.helpful IS 0) - (old.helpful IS 0)
    WHERE slot = new.slot AND channel = new.channel AND province = ifnull(new.province, '') AND intent = new.intent;
END;

CREATE TRIGGER turn_citation_of_deleted AFTER DELETE ON turn BEGIN
    DELETE FROM turn_citation
    WHERE turn = old.id
        AND provision IN (SELECT provision.id FROM json_each(old.citations) CROSS JOIN provision ON document = value ->> 'document' AND section = value ->> 'section');
END;

-- All that figures of enquiries are made of; their rows stay when a conversation is erased, so that they are counted where they stand.
DROP INDEX enquiry_by_time;
CREATE INDEX enquiry_figure ON enquiry (opened_at, channel, province, industry, due_on, answered_at, closed_at);
