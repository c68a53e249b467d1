-- Fills the todos that were there before V5, batch by batch. The last condition picks the batch; to
-- try the statement by hand, write true in its place.
UPDATE "${flyway:defaultSchema}".todos
SET summary  = title,
    status   = CASE WHEN is_completed THEN 'done' ELSE 'open' END,
    priority = coalesce(priority, 3)
WHERE summary IS NULL
  AND ${batch:todos};

-- Reads every row, while others read and write. V6 needs it, to be short.
ALTER TABLE "${flyway:defaultSchema}".todos VALIDATE CONSTRAINT todos_summary_not_blank;
ALTER TABLE "${flyway:defaultSchema}".todos VALIDATE CONSTRAINT todos_status_known;
ALTER TABLE "${flyway:defaultSchema}".todos VALIDATE CONSTRAINT todos_priority_required;

-- The proof: the rows that are not as they should be. There must be none.
SELECT id, title, summary, is_completed, status, priority
FROM "${flyway:defaultSchema}".todos
WHERE summary IS DISTINCT FROM title
   OR is_completed IS DISTINCT FROM (status = 'done')
   OR priority IS NULL;
