-- A letter is delivered also where its term reaches a year not announced; its last day follows once that is known.
ALTER TABLE letters DROP CONSTRAINT letters_check4;

ALTER TABLE letters ADD CONSTRAINT letters_due_after_delivery CHECK (due_on IS NULL OR delivered_on IS NOT NULL);
