-- The counts stay: they are right.
SELECT 1;
